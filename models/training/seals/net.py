"""Two small fully convolutional networks: one finds seals on a page, one cleans the strips that are read."""

from __future__ import annotations

from torch import Tensor, nn

STRIDE = 8
WIDTHS = (16, 32, 48, 64, 96)
OUTPUTS = 8
"""Of each cell: seal or not, log distances (in strides) to left, top, right and bottom, and three shapes."""


def _step(inner: int, outer: int, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    """Convolution 3 x 3, normalisation, rectifier: plain ones train fastest on a CPU."""
    return nn.Sequential(
        nn.Conv2d(inner, outer, 3, stride, dilation, dilation, bias=False), nn.BatchNorm2d(outer), nn.ReLU()
    )


class Same(nn.Module):
    """A residual step."""

    def __init__(self, width: int, dilation: int = 1) -> None:
        super().__init__()
        self.body = _step(width, width, dilation=dilation)

    def forward(self, x: Tensor) -> Tensor:
        """Same size."""
        return x + self.body(x)


class Finder(nn.Module):
    """RGB 0..1 (N, 3, H, W), sides multiples of 32, to logits (N, 8, H/8, W/8)."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d, e = WIDTHS
        self.eighth = nn.Sequential(_step(3, a, 2), _step(a, b, 2), _step(b, c, 2), Same(c))
        self.sixteenth = nn.Sequential(_step(c, d, 2), Same(d), Same(d))
        self.last = nn.Sequential(_step(d, e, 2), Same(e), Same(e, 2), Same(e, 2))
        self.sides = nn.ModuleList(nn.Conv2d(each, c, 1) for each in (d, e))
        self.join = Same(c)
        self.head = nn.Sequential(Same(c), nn.Conv2d(c, OUTPUTS, 1))
        nn.init.constant_(self.head[1].bias[:1], -4.0)

    def forward(self, x: Tensor) -> Tensor:
        """Logits."""
        c = self.eighth(x * 2 - 1)
        d = self.sixteenth(c)
        e = self.last(d)
        d = self.sides[0](d) + nn.functional.interpolate(self.sides[1](e), scale_factor=2.0, mode="nearest")
        c = self.join(c + nn.functional.interpolate(d, scale_factor=2.0, mode="nearest"))
        return self.head(c)


CLEANER = (16, 32, 48)
LETTERS = 2
"""Of each pixel: the name's or bottom line's letters, and the number's digits on the lower arc."""


class Cleaner(nn.Module):
    """RGB strips 0..1 (N, 3, 64, W), W a multiple of 8, to logits (N, 2, 64, W)."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c = CLEANER
        self.halved = nn.Sequential(_step(3, a, 2), Same(a))
        self.quarter = nn.Sequential(_step(a, b, 2), Same(b), Same(b, 2))
        self.eighth = nn.Sequential(_step(b, c, 2), Same(c), Same(c, 2), Same(c))
        self.sides = nn.ModuleList((nn.Conv2d(b, a, 1), nn.Conv2d(c, b, 1)))
        self.joins = nn.ModuleList((Same(a), Same(b)))
        self.head = nn.Sequential(nn.Conv2d(a, 4 * LETTERS, 3, padding=1), nn.PixelShuffle(2))
        nn.init.constant_(self.head[0].bias, -2.0)

    def forward(self, x: Tensor) -> Tensor:
        """Logits."""
        a = self.halved(x * 2 - 1)
        b = self.quarter(a)
        c = self.sides[1](self.eighth(b))
        b = self.joins[1](b + nn.functional.interpolate(c, scale_factor=2.0, mode="nearest"))
        a = self.joins[0](a + nn.functional.interpolate(self.sides[0](b), scale_factor=2.0, mode="nearest"))
        return self.head(a)

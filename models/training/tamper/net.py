"""TamperNet: a small network that finds edited places at full resolution.

Two inputs (see `forgecheck.look.pixels.planes`): colour with high-pass residuals at every pixel, and the coefficients
of the JPEG grid at every block.  Three ideas are taken from the literature and cost almost nothing: a gate that turns
the grid off where it says nothing (ADCD-Net, ICCV 2025), differences from the surroundings in place of the features
themselves (DiffNet, arXiv 2606.22285), and full resolution with shallow features (DTD, CVPR 2023).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

CLASSES = ("untouched", "text_edit", "erased", "pasted", "overlay")
"""overlay: what users do themselves, such as bars, mosaics and highlights; never a sign of forgery."""
EDITED = (1, 2, 3)
SCALE = 4
"""One answer for every 4 x 4 pixels."""
COARSE = 32  # px; surroundings are averaged on cells of this size
SURROUNDINGS = 7  # such cells: 224 px


class _Block(nn.Module):
    """Two 3 x 3 convolutions and a way past them.

    Depthwise convolutions have fewer products, but on a processor's cores they train at less than half the speed
    (16 crops on one thread: 0.48 s with these in bfloat16, 1.1 s with inverted residuals in float32).
    """

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *_conv(inputs, outputs, 3, stride),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False),
            nn.BatchNorm2d(outputs),
        )
        same = stride == 1 and inputs == outputs
        past = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))
        self.past = nn.Identity() if same else past

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.past(x) + self.body(x))


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1, dilation: int = 1) -> list[nn.Module]:
    padding = dilation * (kernel // 2)
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation=dilation, bias=False)
    return [convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


class TamperNet(nn.Module):
    """Logits of `CLASSES` for every 4 x 4 pixels.

    Parameters
    ----------
    colour_channels, grid_channels : int
        As in `forgecheck.look.pixels.planes`.
    width : int
        Channels at half resolution; the others follow.
    """

    def __init__(self, colour_channels: int, grid_channels: int, width: int = 16) -> None:
        super().__init__()
        a, b, c, d = width, width * 3 // 2, width * 3, width * 6
        self.stem = nn.Sequential(*_conv(colour_channels, a, 3, 2), _Block(a, a))
        self.quarter = nn.Sequential(_Block(a, b, 2), _Block(b, b), _Block(b, b))
        self.eighth = nn.Sequential(_Block(b, c, 2), _Block(c, c))
        self.grid = nn.Sequential(
            *_conv(grid_channels, 2 * a, 1), *_conv(2 * a, 2 * a, 3), *_conv(2 * a, 2 * a, 3, dilation=2)
        )
        self.gate = nn.Sequential(nn.Conv2d(2 * a, a, 1), nn.ReLU(inplace=True), nn.Conv2d(a, 2 * a, 1))
        self.joined = nn.Sequential(*_conv(c + 4 * a, c, 1), _Block(c, c))
        self.sixteenth = nn.Sequential(_Block(c, d, 2), _Block(d, d), _Block(d, d))
        self.deep = nn.Sequential(*_conv(2 * d, c, 1))
        self.middle = nn.Sequential(*_conv(3 * c, c, 1), _Block(c, c))
        self.fine = nn.Sequential(*_conv(c + 2 * b, b, 1), _Block(b, b), nn.Conv2d(b, len(CLASSES), 1))

    def forward(self, colour: Tensor, grid: Tensor) -> Tensor:
        """(N, 6, H, W) and (N, G, H / 8, W / 8) to logits (N, 5, H / 4, W / 4)."""
        quarter = self.quarter(self.stem(colour))
        blocks = self.grid(grid)
        blocks = blocks * torch.sigmoid(self.gate(_around(blocks, 8)))
        eighth = self.eighth(quarter)
        joined = self.joined(torch.cat([eighth, blocks, _unlike(blocks, 8)], 1))
        deep = self.sixteenth(joined)
        deep = self.deep(torch.cat([deep, _unlike(deep, 16)], 1))
        middle = self.middle(torch.cat([_twice(deep), joined, _unlike(joined, 8)], 1))
        fine = torch.cat([_twice(middle), quarter, _unlike(quarter, 4)], 1)
        return self.fine(fine)


def _around(x: Tensor, scale: int) -> Tensor:
    """The mean over the surroundings of each cell; x has one cell for `scale` x `scale` pixels."""
    cells = COARSE // scale
    coarse = functional.avg_pool2d(x, cells, cells)
    around = functional.avg_pool2d(coarse, SURROUNDINGS, 1, SURROUNDINGS // 2, count_include_pad=False)
    return functional.interpolate(around, scale_factor=float(cells), mode="bilinear", align_corners=False)


def _unlike(x: Tensor, scale: int) -> Tensor:
    """How far each cell is from its surroundings."""
    return (x - _around(x, scale)).abs()


def _twice(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)


def lovasz(probability: Tensor, truth: Tensor) -> Tensor:
    """A surrogate of 1 - IoU for one class (Berman et al. 2018, 10.1109/CVPR.2018.00464).

    Both of shape (P,), probability 0..1, truth 0 or 1.
    """
    errors, order = (truth - probability).abs().sort(descending=True)
    sorted_truth = truth[order]
    total = sorted_truth.sum()
    intersection = total - sorted_truth.cumsum(0)
    union = total + (1 - sorted_truth).cumsum(0)
    loss = 1 - intersection / union
    return (errors * torch.cat([loss[:1], loss[1:] - loss[:-1]])).sum()

"""Pages: texts drawn as letters, screenshots, scans and photos, with attacks and their masks."""

from .attacks import ATTACKS as ATTACKS
from .attacks import Attack as Attack
from .chain import CHANNELS as CHANNELS
from .chain import Channel as Channel
from .cropping import crops as crops
from .fonts import SPLITS as SPLITS
from .fonts import Split as Split
from .make import Sample as Sample
from .make import page as page
from .scene import KINDS as KINDS
from .scene import Kind as Kind

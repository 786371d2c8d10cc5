"""Open a small network."""

from __future__ import annotations

from pathlib import Path

import onnxruntime


def opened(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session on the CPU that uses so many threads and answers the same with any number of them."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.enable_cpu_mem_arena = False  # pages differ in size, and an arena keeps the most of every size it has seen
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

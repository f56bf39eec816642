"""Runs generated programs on what the engine computed: parameters, outputs, loss. Writes a line for each case."""
import importlib.util
import inspect
import sys
import traceback
from pathlib import Path

import numpy as np


def module(path):
    spec = importlib.util.spec_from_file_location("program_" + path.parent.name, path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def torch_case(program, folder, data):
    import torch

    model = program.Model()
    program.initialise(model)
    program.load_weights(model, folder / "weights.npz")
    batch = program.load(data, "test").tensors
    masked = len(batch) == 3
    model.eval()
    with torch.no_grad():
        outputs = model(batch[0], batch[2]) if masked else model(batch[0])
        result = program.evaluate(model, [batch], *more(program, torch.ones(1)))
    if outputs.dim() == 3:
        outputs = outputs.transpose(1, 2)
    count = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return outputs.numpy(), result[0], count


def more(program, deviation):
    return (deviation,) if "deviation" in inspect.signature(program.evaluate).parameters else ()


def keras_case(program, folder, data):
    import keras

    model = program.build_model()
    program.load_weights(model, folder / "weights.npz")
    x, y = program.load(data, "test")
    outputs = model(x, training=False)
    loss = float(keras.ops.mean(program.loss_of(keras.ops.convert_to_tensor(y, "float32"), outputs)))
    loss += float(sum(model.losses))
    outputs = keras.ops.convert_to_numpy(outputs)
    if outputs.ndim == 3:
        outputs = outputs.transpose(0, 2, 1)
    elif outputs.ndim == 4:
        outputs = outputs.transpose(0, 3, 1, 2)
    return outputs, loss, sum(int(np.prod(v.shape)) for v in model.trainable_weights)


def main(root, language):
    with open(root / (language + ".tsv"), "w") as report:
        for folder in sorted(p for p in root.iterdir() if (p / (language + ".py")).exists()):
            try:
                data = np.load(folder / "data.npz")
                expected = np.load(folder / "expected.npz")["outputs"]
                program = module(folder / (language + ".py"))
                run = torch_case if language == "pytorch" else keras_case
                outputs, loss, count = run(program, folder, data)
                far = np.abs(outputs.reshape(expected.shape) - expected).max()
                report.write(f"{folder.name}\t{count}\t{far}\t{loss}\n")
            except Exception:
                report.write(f"{folder.name}\terror\t{traceback.format_exc()!r}\t\n")
            report.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

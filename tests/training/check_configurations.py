"""Reads the training configurations of a dataset folder with the tools' own code.

usage: check_configurations.py TOOL DATASET_FOLDER

Prints one JSON object: {"tool", "version", "files", "checked"} or {"tool", "skipped": reason}. Exits with 1 where a tool refuses a file.
Nothing is trained, and torch is not needed: where it is absent an empty stand-in is imported in its place.
"""

import glob
import importlib.metadata
import importlib.util
import json
import os
import sys
import types

import yaml


class AnyClass(type):
    """A class of a module that is absent; it has any attribute too."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn(f"{cls.__name__}.{name}")


class StandIn(types.ModuleType):
    """Any attribute of a module that is absent: a class, a function, a number; enough for imports and annotations."""

    __version__ = "2.6.0"
    __path__ = []
    __file__ = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name[:1].isupper():
            return AnyClass(name, (), {})
        return StandIn(f"{self.__name__}.{name}")

    def __call__(self, *_args, **_kwargs):
        return False

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return id(self)


class Finder:
    """Gives a stand-in for a missing package and all that is in it."""

    def __init__(self, packages):
        self.packages = packages

    def find_spec(self, name, _path=None, _target=None):
        if name.split(".")[0] not in self.packages:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=True)

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, _module):
        return None


def stand_in(*packages):
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    sys.meta_path.append(Finder(missing))
    version = importlib.metadata.version
    importlib.metadata.version = lambda name: StandIn.__version__ if name in missing else version(name)
    return missing


def check_trl(folder):
    from trl import ModelConfig, ScriptArguments, SFTConfig
    from trl.scripts.utils import DatasetMixtureConfig, TrlParser

    files = sorted(glob.glob("train/*/trl*.yaml"))
    for file in files:
        parser = TrlParser((ScriptArguments, SFTConfig, ModelConfig, DatasetMixtureConfig))
        _script, training, model, mixture = parser.parse_args_and_config(["--config", file, "--use_cpu", "--bf16", "false"])
        given = yaml.safe_load(open(file))
        assert isinstance(given["learning_rate"], float), given["learning_rate"]
        assert training.learning_rate == given["learning_rate"]
        assert training.num_train_epochs == given["num_train_epochs"]
        assert training.max_length == 2048
        assert training.get_warmup_steps(1000) == round(1000 * given["warmup_steps"]), training.get_warmup_steps(1000)
        assert os.path.isfile(training.chat_template_path)
        assert model.model_name_or_path == given["model_name_or_path"]
        assert [os.path.isfile(one.data_files) for one in mixture.datasets] == [True]
    return files, "TrlParser, SFTConfig, DatasetMixtureConfig"


def check_axolotl(folder):
    from axolotl.utils.schemas.config import AxolotlInputConfig

    files = sorted(glob.glob("train/*/axolotl*.yaml"))
    known = set(AxolotlInputConfig.model_fields)
    for file in files:
        given = yaml.safe_load(open(file))
        assert set(given) <= known, set(given) - known
        read = AxolotlInputConfig(**given)
        assert read.learning_rate == given["learning_rate"] or float(read.learning_rate) == given["learning_rate"]
        assert read.warmup_ratio == given["warmup_ratio"]
        assert os.path.isfile(read.chat_template_jinja)
        assert all(os.path.isfile(one.path) for one in [*read.datasets, *(read.test_datasets or [])])
    return files, "AxolotlInputConfig"


def check_llamafactory(folder):
    # Which version of datasets it wants matters to loading rows, not to reading configurations.
    os.environ["DISABLE_VERSION_CHECK"] = "1"
    from llamafactory.data.parser import get_dataset_list
    from llamafactory.hparams.data_args import DataArguments
    from llamafactory.hparams.finetuning_args import FinetuningArguments
    from llamafactory.hparams.generating_args import GeneratingArguments
    from llamafactory.hparams.model_args import ModelArguments
    from llamafactory.hparams.training_args import TrainingArguments
    from transformers import HfArgumentParser

    parser = HfArgumentParser((ModelArguments, DataArguments, TrainingArguments, FinetuningArguments, GeneratingArguments))
    files = sorted(glob.glob("train/*/llamafactory*.yaml"))
    for file in files:
        given = yaml.safe_load(open(file))
        # bf16 asks the device, which a machine without torch has not.
        _model, data, training, tuning, _generating = parser.parse_dict({**given, "bf16": False, "use_cpu": True})
        assert training.learning_rate == given["learning_rate"]
        assert training.get_warmup_steps(1000) == round(1000 * given["warmup_ratio"]), training.get_warmup_steps(1000)
        assert tuning.stage == "sft" and data.cutoff_len == 2048
        names = data.dataset if isinstance(data.dataset, list) else [data.dataset]
        for one in get_dataset_list(names, data.dataset_dir):
            assert one.load_from == "file" and os.path.isfile(one.dataset_name), one
    for name in json.load(open("dataset_info.json")):
        [one] = get_dataset_list([name], ".")
        assert os.path.isfile(one.dataset_name), name
    return files, "the dataclasses of hparams, get_dataset_list"


def check_template(folder):
    """The chat template, rendered by the renderer of transformers: the prompt, then what is trained on."""
    from transformers.utils.chat_template_utils import render_jinja_template

    row = json.loads(open("jsonl/train.jsonl").readline())
    template = open("train/alpaca.jinja").read()
    [text], [spans] = render_jinja_template(
        conversations=[row["messages"]],
        chat_template=template,
        return_assistant_tokens_mask=True,
        eos_token="</s>",
    )
    question, solution = (message["content"] for message in row["messages"])
    assert text == (
        "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
        f"### Instruction:\n{question}\n\n### Response:{solution}</s>"
    ), text
    assert [text[start:end] for start, end in spans] == [f"{solution}</s>"], spans
    return ["train/alpaca.jinja"], "render_jinja_template"


# What the tools import and a reading of configurations does not use.
heavy = ("torch", "peft", "torchao", "torchaudio", "torchvision", "av", "librosa", "soundfile", "tyro")

checks = {
    "trl": (check_trl, "trl"),
    "axolotl": (check_axolotl, "axolotl"),
    "llamafactory": (check_llamafactory, "llamafactory"),
    "template": (check_template, "transformers"),
}


def main():
    tool, folder = sys.argv[1:3]
    check, package = checks[tool]
    os.chdir(folder)
    if importlib.util.find_spec(package) is None:
        print(json.dumps({"tool": tool, "skipped": f"{package} is not installed"}))
        return
    missing = stand_in(*heavy) if tool != "template" and tool != "trl" else []
    files, reader = check(folder)
    assert files, "no file"
    print(
        json.dumps(
            {
                "tool": tool,
                "version": importlib.metadata.version(package),
                "files": len(files),
                "reader": reader,
                "standIns": missing,
            }
        )
    )


main()

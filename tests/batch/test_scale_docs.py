"""What docs/scale.md and its manifest say is so: fields, options, figures in both languages."""

from __future__ import annotations

import re
import shlex
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
import yaml

from zwgk_parse import __version__
from zwgk_parse.cli.batch import batch

DOCS = Path(__file__).parents[2] / "docs"
ROUND = {"10", "100", "1000"}
PAGES = ("scale.md", "scale.zh-CN.md")
# The fields of the kinds of KubeRay (ray.io/v1), those that must be there first.
FIELDS = {
    "RayJobSpec": (
        {"entrypoint", "rayClusterSpec"},
        {
            *("activeDeadlineSeconds", "backoffLimit", "clusterSelector", "entrypointNumCpus"),
            *("entrypointResources", "jobId", "managedBy", "metadata", "runtimeEnvYAML"),
            *("shutdownAfterJobFinishes", "submissionMode", "submitterConfig"),
            *("submitterPodTemplate", "suspend", "ttlSecondsAfterFinished"),
        },
    ),
    "RayClusterSpec": (
        {"headGroupSpec"},
        {"autoscalerOptions", "enableInTreeAutoscaling", "rayVersion", "workerGroupSpecs"},
    ),
    "HeadGroupSpec": ({"rayStartParams", "template"}, {"serviceType", "enableIngress"}),
    "WorkerGroupSpec": (
        {"groupName", "rayStartParams", "template", "minReplicas", "maxReplicas"},
        {"replicas", "numOfHosts", "scaleStrategy", "idleTimeoutSeconds"},
    ),
    "PodTemplateSpec": ({"spec"}, {"metadata"}),
    "Container": ({"name", "image"}, {"env", "envFrom", "resources", "volumeMounts"}),
}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    """The spec of the RayJob."""
    job = yaml.safe_load((DOCS / "scale/rayjob.yaml").read_text(encoding="utf-8"))
    assert (job["apiVersion"], job["kind"]) == ("ray.io/v1", "RayJob")
    assert set(job) == {"apiVersion", "kind", "metadata", "spec"}
    found: dict[str, Any] = job["spec"]
    return found


def fits(kind: str, given: dict[str, Any]) -> None:
    """`given` has all that `kind` must have, and nothing that it cannot have."""
    needed, possible = FIELDS[kind]
    assert needed <= set(given) <= needed | possible, kind


def test_the_manifest_has_the_fields_of_a_rayjob(spec: dict[str, Any]) -> None:
    fits("RayJobSpec", spec)
    cluster = spec["rayClusterSpec"]
    fits("RayClusterSpec", cluster)
    head, workers = cluster["headGroupSpec"], cluster["workerGroupSpecs"]
    fits("HeadGroupSpec", head)
    for group in workers:
        fits("WorkerGroupSpec", group)
        assert group["minReplicas"] <= group["replicas"] <= group["maxReplicas"]
    for group in (head, *workers):
        # Numbers are texts there.
        assert all(isinstance(value, str) for value in group["rayStartParams"].values())
        fits("PodTemplateSpec", group["template"])
        for container in group["template"]["spec"]["containers"]:
            fits("Container", container)
            assert container["resources"]["requests"] == container["resources"]["limits"]


def test_the_manifest_calls_the_command_as_it_is(spec: dict[str, Any]) -> None:
    call, _, behind = spec["entrypoint"].partition(" || ")
    assert behind == "[ $? -eq 1 ]"
    program, name, *arguments = shlex.split(call)
    assert (program, name) == ("zwgk", "batch")
    options = batch.make_context(name, arguments).params
    (group,) = spec["rayClusterSpec"]["workerGroupSpecs"]
    (container,) = group["template"]["spec"]["containers"]
    limits = container["resources"]["limits"]
    # As many processes as there may be processors, and room for all at the limit.
    assert options["jobs"] == group["maxReplicas"] * int(limits["cpu"])
    assert options["memory"] * int(limits["cpu"]) < int(limits["memory"].rstrip("Gi")) << 30
    assert options["engine"] == "ray"
    assert container["image"].endswith(f":{__version__}")


def test_the_version_of_ray_is_one_that_is_asked_for(spec: dict[str, Any]) -> None:
    stated = next(line for line in requires("zwgk-parse") or () if line.startswith("ray>="))
    least = re.findall(r"\d+", stated)[:2]
    version = re.findall(r"\d+", spec["rayClusterSpec"]["rayVersion"])[:2]
    assert [int(one) for one in version] >= [int(one) for one in least]


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_name_options_that_there_are(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    known = {name for parameter in batch.params for name in parameter.opts}
    # Those of other commands of the page's examples.
    others = {"--address", "--working-dir", "--inputs", "--wait"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= known | others
    assert "scale/rayjob.yaml" in text


def test_both_pages_have_the_same_figures() -> None:
    """But for those of few digits, which are words in one of them."""
    english, chinese = (
        set(re.findall(r"\d[\d,.]*\d", (DOCS / page).read_text(encoding="utf-8"))) - ROUND
        for page in PAGES
    )
    assert english == chinese

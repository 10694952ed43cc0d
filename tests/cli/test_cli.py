"""The command line as a user runs it, over the sample documents."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.cli.options import LONGEST_BUDGET
from sociogram.processes.budget import Budget
from sociogram.read import ReadOptions
from support.command_line import run, run_here
from support.patience import SECONDS
from support.places import ROOT
from support.processes import LONGEST

if TYPE_CHECKING:
    from spacy.language import Language

SAMPLES = ROOT / "data" / "documents"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    folder = tmp_path_factory.mktemp("case")
    done = run_here("build", SAMPLES, "-o", folder, nlp=nlp)
    assert done.returncode == 0, done.stderr
    return folder


def read_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.model
def test_build_writes_every_file_of_the_case_folder(case: Path) -> None:
    expected = {"network.html", "graph.trig", "graph.gexf", "graph.graphml", "claims.jsonl", "ties.jsonl",
                "actors.jsonl", "documents.jsonl", "skipped.jsonl", "unread.jsonl"}  # fmt: skip
    assert expected <= {path.name for path in case.iterdir()}


@pytest.mark.model
def test_every_sample_document_makes_a_claim(case: Path) -> None:
    documents = {str(record["id"]) for record in read_lines(case / "documents.jsonl")}
    claimed = {str(record["evidence"]["document"]) for record in read_lines(case / "claims.jsonl")}  # type: ignore[index]
    assert documents == claimed


@pytest.mark.model
def test_every_quote_stands_in_its_document(case: Path) -> None:
    from sociogram.read import read_paths

    texts = {
        item.id: item.text
        for item in read_paths([str(SAMPLES)])
        if hasattr(item, "text") and hasattr(item, "id")
    }
    for record in read_lines(case / "claims.jsonl"):
        evidence = record["evidence"]
        assert texts[evidence["document"]][evidence["start"] : evidence["end"]] == evidence["quote"]  # type: ignore[index]


@pytest.mark.model
def test_the_same_documents_in_another_order_and_number_of_workers_give_the_same_bytes(
    case: Path, tmp_path: Path
) -> None:
    files = sorted((path for path in SAMPLES.iterdir()), reverse=True)
    done = run("build", *files, "-o", tmp_path / "again", "--workers", "2")
    assert done.returncode == 0, done.stderr
    for path in sorted(case.iterdir()):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


@pytest.mark.model
def test_bad_files_are_named_and_the_rest_is_built(tmp_path: Path, nlp: Language) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SAMPLES / "musk-campaign-money.txt", folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing of a Word file")
    done = run_here("build", folder, tmp_path / "missing", "-o", tmp_path / "out", nlp=nlp)
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if line.startswith("skipped")]
    assert len(lines) == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert read_lines(tmp_path / "out" / "claims.jsonl")


@pytest.mark.model
def test_try_shows_the_claim_and_the_rule() -> None:
    done = run("try", "Ann Lee funded the campaign of Bob Ray.")
    assert "Ann Lee – funded" in done.stdout
    assert "[Ann Lee] <funded>" in done.stdout


@pytest.mark.model
def test_try_gives_json_by_the_contract(nlp: Language) -> None:
    done = run_here("try", "--json", "Ann Lee did not sue Acme Corp.", nlp=nlp)
    record = json.loads(done.stdout.splitlines()[0])
    assert record["relation"]["id"] == "sued"
    assert record["polarity"] == "denied"


@pytest.mark.model
@pytest.mark.parametrize(
    "arguments",
    [
        ("who-funded-whom",),
        ("who-funded-whom", "Elon Musk"),
        ("what-does", "Nora Feld", "say", "about", "Elon Musk"),
        ("denied",),
        ("not-established",),
        ("timeline", "Elon Musk"),
        ("about", "elon-musk"),
        ("between", "Elon Musk", "and", "Donald Trump"),
        ("path", "Elizabeth Warren", "to", "Donald Trump"),
        ("posts",),
        ("family", "Angela Merkel"),
        ("strongest",),
        ("sources",),
        ("who-opposes-whom",),
        ("who-supports-whom", "Donald Trump"),
        ("who-says", "Elon Musk"),
        ("who-met-whom",),
    ],
)
def test_a_named_question_has_an_answer_in_the_samples(case: Path, arguments: tuple[str, ...]) -> None:
    done = run_here("query", *arguments, "--case", case, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 1


@pytest.mark.model
def test_sparql_comes_from_an_argument_a_file_or_stdin(case: Path, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) { ?c a soc:Claim }"
    path = tmp_path / "count.rq"
    path.write_text(sparql, encoding="utf-8")
    answers = {
        run("query", sparql, "--case", case, "--format", "csv").stdout,
        run("query", path, "--case", case, "--format", "csv").stdout,
        run("query", "-", "--case", case, "--format", "csv", stdin=sparql).stdout,
    }
    assert len(answers) == 1
    count = int(answers.pop().splitlines()[1])
    assert count == len(read_lines(case / "claims.jsonl"))


@pytest.mark.model
def test_construct_gives_turtle_that_rdflib_reads(case: Path) -> None:
    import rdflib

    done = run("query", "CONSTRUCT WHERE { ?c a soc:Claim }", "--case", case, "--format", "turtle")
    assert len(rdflib.Graph().parse(data=done.stdout, format="turtle")) == len(
        read_lines(case / "claims.jsonl")
    )


@pytest.mark.model
def test_explain_marks_the_words_of_a_pair(case: Path) -> None:
    done = run("explain", "Elon Musk", "Donald Trump", "--case", case)
    assert done.returncode == 0, done.stderr
    assert "by rule" in done.stdout
    assert "[" in done.stdout


@pytest.mark.model
def test_explain_takes_the_id_of_a_claim_a_tie_or_an_actor(case: Path) -> None:
    for name in ("claims", "ties", "actors"):
        identifier = str(read_lines(case / f"{name}.jsonl")[0]["id"])
        done = run_here("explain", identifier, "--case", case)
        assert done.returncode == 0, done.stderr
        assert identifier in done.stdout


@pytest.mark.model
def test_check_finds_nothing_wrong_in_the_samples(case: Path) -> None:
    done = run("check", case, "--documents", SAMPLES)
    assert done.stdout.strip() == "nothing wrong found", done.stdout
    assert done.returncode == 0


@pytest.mark.model
def test_check_finds_a_quote_that_was_changed(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(case, folder)
    path = folder / "claims.jsonl"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    record = json.loads(first)
    record["evidence"]["quote"] = "Something that nobody wrote."
    path.write_text("\n".join([json.dumps(record), *rest]) + "\n", encoding="utf-8")
    assert run("check", folder, "--documents", SAMPLES, "--no-shapes").returncode == 1


@pytest.mark.model
@pytest.mark.parametrize("form", ["trig", "turtle", "nquads", "jsonld", "gexf", "graphml", "csv", "html"])
def test_export_writes_each_format(case: Path, tmp_path: Path, form: str) -> None:
    done = run_here("export", form, "--case", case, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").exists()


@pytest.mark.model
@pytest.mark.parametrize("form", ["gexf", "csv", "turtle", "neo4j", "dossier"])
def test_an_export_says_how_much_it_leaves_out(case: Path, tmp_path: Path, form: str) -> None:
    every = [json.loads(line) for line in (case / "ties.jsonl").read_text(encoding="utf-8").splitlines()]
    least = sorted(tie["worth"] for tie in every)[len(every) // 2]
    detail = ("--detail", "claims", "--least-worth", least)
    done = run_here("export", form, "--case", case, "-o", tmp_path / "out", *detail)
    assert done.returncode == 0, done.stderr
    below = sum(tie["worth"] < least for tie in every)
    assert f"left out: {below} ties worth less than {least:g} (--detail all has them)" in done.stderr
    whole = run_here("export", form, "--case", case, "-o", tmp_path / "all", "--detail", "all")
    assert (whole.returncode, "left out" in whole.stderr) == (0, False)
    ties = run_here("export", form, "--case", case, "-o", tmp_path / "ties", "--detail", "ties")
    words = sum("value" in tie["object"] for tie in every if isinstance(tie["object"], dict))
    assert f"left out: {words} ties to words, dates and sums (--detail claims has them)" in ties.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "strongest", "--case", "nowhere"), "build it first"),
        (
            ("export", "gexf", "-o", "x", "--least-worth", "0.5"),
            "--detail ties and --detail claims begin with",
        ),
        (("export", "html", "-o", "x", "--detail", "all"), "html holds ties between actors alone"),
        (("export", "dcat", "-o", "x", "--detail", "all"), "--detail is for forms of the graph"),
        (("export", "gexf", "-o", "x", "--merged", "--detail", "all"), "--merged joins ties between actors"),
        (("query", "who-funded-who"), "who-funded-whom"),
        (("query",), "no question"),
        (("try", "x", "--model", "no_such_pipeline"), "pip install no-such-pipeline"),
    ],
)
def test_a_mistake_is_one_line_with_its_remedy_and_exit_code_2(
    arguments: tuple[str, ...], message: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_an_answer_that_cannot_be_written_is_an_error() -> None:
    command = [sys.executable, "-m", "sociogram", "query", "--list"]
    with open("/dev/full", "w") as full:  # noqa: PTH123 - no path of ours
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=LONGEST
        )
    assert done.returncode == 2
    assert done.stderr.startswith("sociogram: No space left on device")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_a_closed_standard_output_is_no_crash() -> None:
    command = [sys.executable, "-m", "sociogram", "--version"]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_all_of_a_long_answer_is_written_before_the_process_ends() -> None:
    shown = run("query", "who-opposes-whom", "--show")
    assert shown.stdout.rstrip().endswith("ORDER BY DESC(?rank) ?subject ?object ?document ?quote")
    assert shown.returncode == 0


def test_a_process_with_threads_of_its_own_waits_for_them() -> None:
    code = (
        "import sys, threading, time\n"
        "from sociogram.cli import main\n"
        "threading.Thread(target=lambda: (time.sleep(0.3), print('done'))).start()\n"
        "sys.argv = ['sociogram', '--version']\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=LONGEST
    )
    assert done.stdout.splitlines()[-1] == "done"


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), (), ("query", "--list"), ("build",), ("qeury",), ("check", "nowhere")],
)
def test_python_m_sociogram_does_what_sociogram_does(arguments: tuple[str, ...], tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("sociogram")
    if not script.exists():
        pytest.skip("no script of the installed package beside Python")
    ways = [[str(script)], [sys.executable, "-m", "sociogram"]]
    first, second = (
        subprocess.run(
            [*way, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=SECONDS
        )
        for way in ways
    )
    assert (second.returncode, second.stdout, second.stderr) == (first.returncode, first.stdout, first.stderr)
    assert "__main__" not in second.stdout + second.stderr


def test_every_verb_has_a_help_text() -> None:
    from sociogram.cli import VERBS

    for verb in VERBS:
        done = run_here(verb, "--help")
        assert done.returncode == 0
        assert "Usage: sociogram" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "a.txt", "-o", "case", "--budget", "nan"),
        ("build", "a.txt", "-o", "case", "--budget", "inf"),
        ("add", "a.txt", "--budget", "1e308"),
        ("serve", "case", "--timeout", "nan"),
        ("serve", "case", "--memory", "9" * 30),
        ("export", "gexf", "--detail", "ties", "--least-worth", "nan"),
    ],
)
def test_a_number_that_nothing_can_be_limited_by_is_refused(arguments: tuple[str, ...]) -> None:
    done = run_here(*arguments)
    assert done.returncode == 2
    assert f"Invalid value for '{arguments[-2]}'" in done.stderr


def test_the_largest_budget_is_a_number_for_the_kernel() -> None:
    budget, largest = Budget(LONGEST_BUDGET), ReadOptions().max_bytes
    assert max(budget.seconds_for(largest), budget.memory_for(largest)) < 2**63

"""Which settings of pytest `lostphone run` sets aside.

A folder's pytest settings say where the root is, what is on the import path (`pythonpath`), and which
fixtures and markers a suite uses. Those below would choose other scenarios, stop the run or print into it;
they are as pytest has them by default. A test goes through all settings that pytest has, so that a new one
is sorted into one of the two lists.
"""

from __future__ import annotations

#: As `--override-ini` takes them.
OVERRULED = (
    "addopts=",
    "required_plugins=",
    "minversion=",
    # Stories are played, and no Python tests that lie beside them.
    "python_files=",
    "lostphone_features=",
    "testpaths=",
    "norecursedirs=.* *.egg _darcs build CVS dist node_modules venv {arch}",
    "strict=false",
    "strict_config=false",
    "strict_markers=false",
    "log_cli=false",
    "log_file=",
)

#: Read from the folder: what a suite's own steps need, and how reports that are asked for look.
KEPT = (
    "assertion_text_diff_style",
    "bdd_features_base_dir",
    "cache_dir",
    "collect_imported_tests",
    "consider_namespace_packages",
    "console_output_style",
    "disable_test_id_escaping_and_forfeit_all_rights_to_community_support",
    "doctest_encoding",
    "doctest_optionflags",
    "empty_parameter_set_mark",
    "enable_assertion_pass_hook",
    "faulthandler_exit_on_timeout",
    "faulthandler_timeout",
    "filterwarnings",
    "junit_duration_report",
    "junit_family",
    "junit_log_passing_tests",
    "junit_logging",
    "junit_suite_name",
    "log_auto_indent",
    "log_cli_date_format",
    "log_cli_format",
    "log_cli_level",
    "log_date_format",
    "log_file_date_format",
    "log_file_format",
    "log_file_level",
    "log_file_mode",
    "log_format",
    "log_level",
    "looponfailroots",
    "markers",
    "max_warnings",
    "parametrize_long_str_id_strategy",
    "python_classes",
    "python_functions",
    "pythonpath",
    "rsyncdirs",
    "rsyncignore",
    "strict_parametrization_ids",
    "strict_xfail",
    "tmp_path_retention_count",
    "tmp_path_retention_policy",
    "truncation_limit_chars",
    "truncation_limit_lines",
    "usefixtures",
    "verbosity_assertions",
    "verbosity_subtests",
    "verbosity_test_cases",
)

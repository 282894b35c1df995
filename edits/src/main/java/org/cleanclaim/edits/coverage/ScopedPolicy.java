package org.cleanclaim.edits.coverage;

import org.cleanclaim.edits.CoveragePolicy;

/// A policy with where it holds.
record ScopedPolicy(CoveragePolicy policy, Scope scope) {}

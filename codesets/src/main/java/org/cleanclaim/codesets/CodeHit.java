package org.cleanclaim.codesets;

import org.cleanclaim.codesets.search.SearchHit;

/// A search result: the code as it stands on the day asked for, and why it was found.
public record CodeHit(CodeEntry entry, SearchHit found) {}

package org.cleanclaim.app.web.pay;

import java.util.List;

/// A chart of the explorer.
///
/// @param id where the page jumps to
/// @param note what is not published, and how to read it
public record PaySection(String id, String title, List<PayRanking> rankings, String note) {}

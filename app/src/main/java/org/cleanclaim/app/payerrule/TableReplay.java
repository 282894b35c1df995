package org.cleanclaim.app.payerrule;

import org.cleanclaim.edits.payerrule.ReplayReport;

/// What a version of publishers' tables would have said of the organization's past claims, beside
/// the tables before it. Claims served earlier were played as if served from its first day on.
///
/// @param added what only the new version says
/// @param dropped what it says no longer
public record TableReplay(TableVersion version, ReplayReport added, ReplayReport dropped) {}

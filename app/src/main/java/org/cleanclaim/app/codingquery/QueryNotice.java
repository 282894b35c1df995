package org.cleanclaim.app.codingquery;

import java.time.Instant;

/// Somebody was told that a query stayed unanswered.
///
/// @param told the person or the office, as the practice's rules name it, or a user name
public record QueryNotice(String told, String why, Instant at) {}

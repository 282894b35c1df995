package org.cleanclaim.app.payerrule;

import java.time.LocalDate;
import java.util.List;

/// Tables of publishers that come into force on one day, for example those of a quarter.
///
/// @param from the first day of service
/// @param tables what begins then, in words with its edition
public record TableVersion(LocalDate from, List<String> tables) {
  public TableVersion {
    tables = List.copyOf(tables);
  }
}

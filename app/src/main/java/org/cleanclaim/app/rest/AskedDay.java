package org.cleanclaim.app.rest;

import java.time.LocalDate;
import org.cleanclaim.app.access.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The day that a program asks about: today at the practice, where it names none.
@Component
class AskedDay {
  private final Organizations organizations;

  AskedDay(Organizations organizations) {
    this.organizations = organizations;
  }

  LocalDate of(@Nullable String on) {
    return on == null || on.isBlank() ? organizations.today() : CodeParameters.day(on);
  }
}

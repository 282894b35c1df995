package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.Permission;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;

/// Who may send a claim in spite of a finding. What makes a claim unreadable for the payer, or
/// untrue, nobody may; what is a matter of judgment a manager may; what merely warns, a biller.
public enum OverrideRight {
  NOBODY(null, "nobody: it has to be mended"),
  MANAGER(Permission.OVERRIDE_FINDING, "who may override findings"),
  BILLER(Permission.WORK_CLAIM, "who may work claims");

  private final @Nullable Permission permission;
  private final String title;

  OverrideRight(@Nullable Permission permission, String title) {
    this.permission = permission;
    this.title = title;
  }

  /// The right it takes; null when no right is enough.
  public @Nullable Permission permission() {
    return permission;
  }

  public String title() {
    return title;
  }

  /// The right for a finding of a layer and weight.
  public static OverrideRight of(Layer layer, Severity severity) {
    if (severity != Severity.ERROR) return BILLER;
    return switch (layer) {
      case STRUCTURE, DEMOGRAPHICS, CODE_VALIDITY, COVERAGE, INSTITUTIONAL, BALANCE -> NOBODY;
      case CHART,
          NCCI,
          MODIFIER,
          DUPLICATE,
          TIMELY_FILING,
          ACCIDENT,
          AUTHORIZATION,
          ELIGIBILITY,
          PAYER_RULE ->
          MANAGER;
    };
  }
}

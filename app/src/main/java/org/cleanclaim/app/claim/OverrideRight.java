package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.Permission;
import org.cleanclaim.kernel.Overriding;
import org.jspecify.annotations.Nullable;

/// Who may send a claim in spite of a finding, by the permission it takes here. Each rule says
/// which.
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

  /// The right that a rule asks for.
  public static OverrideRight of(Overriding overriding) {
    return switch (overriding) {
      case NEVER -> NOBODY;
      case MANAGER_WITH_REASON -> MANAGER;
      case BILLER_WITH_REASON -> BILLER;
    };
  }
}

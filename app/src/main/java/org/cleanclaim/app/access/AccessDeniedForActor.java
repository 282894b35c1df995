package org.cleanclaim.app.access;

/// The actor's roles do not grant what the work needs.
public final class AccessDeniedForActor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AccessDeniedForActor(Permission permission) {
    super("This needs the right: " + permission.title() + ".");
  }

  /// Throws unless the current actor has one of the two permissions.
  public static void unlessEither(Permission one, Permission other) {
    if (!Acting.actor().may(other)) unless(one);
  }

  /// Throws unless the current actor has the permission.
  public static void unless(Permission permission) {
    if (!Acting.actor().may(permission)) throw new AccessDeniedForActor(permission);
  }
}

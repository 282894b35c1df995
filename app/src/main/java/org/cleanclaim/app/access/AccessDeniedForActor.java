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

  /// Throws unless the current actor has the permission or answers for the work.
  ///
  /// @param owner role or user that it is given to
  public static void unlessOwner(String owner, Permission permission) {
    if (!Acting.actor().owns(owner)) unless(permission);
  }

  /// The same where either of two permissions will do.
  public static void unlessOwner(String owner, Permission one, Permission other) {
    if (!Acting.actor().owns(owner)) unlessEither(one, other);
  }

  /// Throws unless the current actor has the permission.
  public static void unless(Permission permission) {
    if (!Acting.actor().may(permission)) throw new AccessDeniedForActor(permission);
  }
}

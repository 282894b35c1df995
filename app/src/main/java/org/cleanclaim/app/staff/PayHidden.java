package org.cleanclaim.app.staff;

/// Somebody's pay is not the actor's to see; the attempt is on the audit trail.
public final class PayHidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PayHidden() {
    super("Pay is seen by an administrator and by the person's named manager, and by nobody else.");
  }
}

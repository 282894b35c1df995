package org.cleanclaim.app.patient;

/// Something that was asked about patients and is not done; the message says why and what to do.
public final class PatientRefusal extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PatientRefusal(String message) {
    super(message);
  }
}

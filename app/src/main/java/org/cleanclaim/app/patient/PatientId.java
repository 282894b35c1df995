package org.cleanclaim.app.patient;

/// Key of a patient inside this system.
public record PatientId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}

package org.cleanclaim.edits.ncci;

/// Whose services the tables are for; Medicare publishes each kind by itself.
public enum ServiceKind {
  /// Physicians, other practitioners and surgical centers.
  PRACTITIONER,
  /// Outpatient hospital services.
  HOSPITAL,
  /// Suppliers of durable medical equipment.
  SUPPLIER
}

package org.cleanclaim.app.encoder;

import java.util.List;
import java.util.UUID;

/// A named set of codes that everybody of the organization sees, such as `Ankle sprain set`.
public record SharedSet(UUID id, String name, String createdBy, List<SavedCode> codes) {
  public SharedSet {
    codes = List.copyOf(codes);
  }
}

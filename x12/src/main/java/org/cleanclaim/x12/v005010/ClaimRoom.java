package org.cleanclaim.x12.v005010;

import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// The segments that are held on to while a claim is read: those of the next claim are put in the
/// room of those of the one before.
final class ClaimRoom {
  private @Nullable Segment clm;
  private @Nullable Segment lx;
  private @Nullable Segment service;

  Segment claim(Segment read) {
    clm = read.keepIn(clm);
    return clm;
  }

  Segment line(Segment read) {
    lx = read.keepIn(lx);
    return lx;
  }

  Segment service(Segment read) {
    service = read.keepIn(service);
    return service;
  }
}

package org.cleanclaim.codesets.publisher;

import org.cleanclaim.codesets.publication.PublicationKind;

/// A layout of facts that rules are judged by.
interface RuleLayout extends Layout {

  /// What its files hold.
  PublicationKind kind();
}

/// Pages of coding audits: plans, the auditor's desk, the coder's findings, reports.
@NullMarked
package org.cleanclaim.app.web.codingaudit;

import org.jspecify.annotations.NullMarked;

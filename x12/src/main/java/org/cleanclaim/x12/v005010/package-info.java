/// Version 005010 as adopted for HIPAA by 45 CFR 162.1102 to 162.1802: 837 (X222A1), 835 (X221A1),
/// 270/271 (X279A1), 999 (X231A1), 277CA (X214), TA1. Written in our own words from public
/// companion guides.
@NullMarked
package org.cleanclaim.x12.v005010;

import org.jspecify.annotations.NullMarked;

/* Culmination: what attacking costs an attacker's power to attack, until it is relieved and refits. */
#pragma once

#include "world.h"

static double strained(double strain, double loss, double relief_losses) { return min(1.0, strain + loss / relief_losses); }

static double refitted(double strain, double resting, double days) { return max(0.0, strain - resting / days); }

static double vigour(const Laws *p, double strain) { return 1.0 - p->exhaustion * strain; }

static void tire(const Laws *p, Formation *f) {
    if (f->attacking > 0.0) f->strain = strained(f->strain, f->loss, p->relief_losses);
    else f->strain = refitted(f->strain, 1.0 - f->pressed, p->refit_days);
    if (f->strain >= 1.0) f->spent = 1;
    else if (f->strain <= 0.0) f->spent = 0;
}

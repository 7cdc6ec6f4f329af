/* Mediation: third parties engage when the front moves, and rest when it does not. */
#pragma once

#include "world.h"

static void mediate(const World *w, Mediator *mediator) {
    double movement = fabs(w->sides[0].momentum);
    mediator->engagement = min(1.0, max(0.0, mediator->engagement + mediator->follows * movement));
}

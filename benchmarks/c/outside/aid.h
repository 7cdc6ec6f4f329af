/* Aid: what supporters lend - reconnaissance, arms and money - and how long arms at hand outlast the deliveries. */
#pragma once

#include "world.h"

static double arms_at_hand(double level, double delivered, double days) {
    return level + (delivered - level) / max(1.0, days);
}

static void receive_aid(World *w, const Laws *p) {
    for (int64_t s = 0; s < 2; s++) {
        Side *side = w->sides + s;
        double lent = 0.0, delivered = 1.0, paid = 1.0;
        ALL(Supporter, supporters, supporter) {
            if (supporter->side == s) {
                lent += supporter->coverage * supporter->intelligence;
                delivered -= supporter->share * (1.0 - supporter->materiel);
                paid -= supporter->money_share * (1.0 - supporter->money);
            }
        }
        side->lent_coverage = lent;
        side->materiel = arms_at_hand(side->materiel, max(0.0, delivered), p->materiel_days);
        side->money = max(0.0, paid);
    }
}

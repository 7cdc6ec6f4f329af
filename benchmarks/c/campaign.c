/* A campaign in C: the same rules, tables and luck as the compiled engine, as fast as a compiler can make them. */

#include "world.h"

#include "chance.h"
#include "front.h"
#include "morning.h"
#include "orders.h"
#include "deep_fires.h"
#include "supply.h"
#include "losses.h"
#include "combat.h"
#include "advance.h"
#include "evening.h"
#include "record.h"

void campaign(World *w, const Laws *p, int64_t first, int64_t last) {
    for (int64_t day = first; day < last; day++) {
        repair(w, p);
        happen(w, day);
        survey(w, p);
        receive_aid(w, p);
        muster(w, p);
        see(w, p, day);
        command(w, p, day, 0);
        command(w, p, day, 1);
        interdict(w, p, day);
        supply(w, p, day);
        PRESENT_FORMATIONS(f) march(w, p, day, f);
        fight(w, p, day);
        survey(w, p);
        PRESENT_FORMATIONS(f) encircle(w, p, day, f);
        PRESENT_FORMATIONS(f) update_morale(w, p, day, f);
        weigh_will(w, p, day);
        suffer(w, p);
        reconsider(w, p, day);
        record(w, day);
    }
}

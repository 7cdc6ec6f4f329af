"""The scenario panel: which scenario is played, under which seed, and which is set beside it."""

import solara

from sim.browser.choice import choice
from sim.browser.seminar import Seminar


@solara.component
def ScenarioPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    declared = seminar.course.declared
    files = solara.use_memo(seminar.look_for_scenarios, [seminar.done.value])
    name, set_name = solara.use_state(next(iter(files)))
    seed, set_seed = solara.use_state(str(declared.seed))
    other, set_other = solara.use_state(next(iter(files)))
    file, title = files.get(name, next(iter(files.values())))
    solara.HTML(unsafe_innerHTML="<h4>Play</h4>")
    choice(label="Scenario", values=list(files), value=name, event_choose=set_name)
    solara.Text(title, classes=["hint"])
    for each in seminar.course.by_code:
        solara.Text(f"{each}.", classes=["hint"])
    solara.InputText("Seed", value=seed, on_value=set_seed, continuous_update=True)
    solara.Button("Reset", on_click=lambda: seminar.restart(file, seed), icon_name="mdi-restart", block=True)
    solara.Text("Begins the chosen scenario anew on its first day.", classes=["hint"])
    solara.HTML(unsafe_innerHTML="<h4>Compare</h4>")
    choice(label="Set beside, under the same luck", values=list(files), value=other, event_choose=set_other)
    solara.Button("Set beside", on_click=lambda: seminar.beside(files[other][0]), icon_name="mdi-compare", block=True)
    solara.Button("Branch here", on_click=seminar.branch, icon_name="mdi-source-branch", block=True)
    solara.Text("Keeps what was played on the right; changes and injects go to the left.", classes=["hint"])
    if len(seminar.courses) > 1:
        solara.Button("Take the right away", on_click=seminar.alone, icon_name="mdi-close", block=True)

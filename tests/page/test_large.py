"""Large graphs open on an overview; everything is found, and drawn when asked for."""

import pytest

pytestmark = pytest.mark.browser


def test_five_thousand_things(reader, large):
    page = reader.open(large).page
    assert page.evaluate("performance.now()") < 2500
    assert 500 < len(reader.places()) <= 1500
    assert page.locator("#minimap").is_visible()
    assert page.locator(".vis-network").count() == 0


def test_panning_stays_smooth(reader, large):
    page = reader.open(large).page
    frames = page.evaluate("""async () => {
        const canvas = document.querySelector('#picture canvas'), fire = (type, x, y) => canvas.dispatchEvent(
            new PointerEvent(type, {pointerId: 1, clientX: x, clientY: y, bubbles: true}));
        canvas.setPointerCapture = () => {};
        const {left, top} = canvas.getBoundingClientRect();
        fire('pointerdown', left + 5, top + 5);
        const start = performance.now(), times = [];
        for (let step = 0; step < 40; step++) { fire('pointermove', left + 5 + step * 4, top + 5 + step); await new Promise(requestAnimationFrame); }
        const spent = performance.now() - start;
        fire('pointerup', left + 165, top + 45);
        return 40000 / spent;
    }""")
    assert frames > 20, "frames a second, in software rendering on a busy machine"


def test_what_is_not_drawn_is_found_and_expanded(reader, large):
    reader.open(large)
    name = reader.suggestions("nguyễn")[3]
    before = len(reader.places())
    reader.ask(name)
    assert reader.page.inner_text("#panel h2") == name
    reader.page.click("#panel button:text-is('Mở rộng')")
    assert len(reader.places()) > before


def test_the_minimap_leads_there(reader, large):
    page = reader.open(large).page
    page.click("#minimap", position={"x": 20, "y": 20})
    reader.until("location.hash.includes('camera=')")


def test_what_is_pushed_about_is_what_is_there(reader, large):
    """While a large picture moves it is a sheet that slides: the same dots as those painted when it rests."""
    page = reader.open(large).page
    dots = page.evaluate("""async () => {
        const canvas = document.querySelector('#picture canvas'), {left, top} = canvas.getBoundingClientRect();
        const frame = () => new Promise(requestAnimationFrame);
        const fire = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {pointerId: 1, clientX: left + x, clientY: top + y, bubbles: true}));
        const middle = () => {
            const {data} = canvas.getContext('2d').getImageData(canvas.width / 2 - 150, canvas.height / 2 - 150, 300, 300);
            let painted = 0;
            for (let at = 3; at < data.length; at += 4) painted += data[at] > 0;
            return painted;
        };
        canvas.setPointerCapture = () => {};
        fire('pointerdown', 5, 5);
        for (const step of [3, 6, 9, 12, 8, 4, 1]) { fire('pointermove', 5 + 70 * step, 5 + 20 * step); await frame(); await frame(); }
        const moving = middle();
        fire('pointerup', 75, 25);
        await frame(); await frame();
        return [moving, middle()];
    }""")
    reader.troubles.clear()  # the browser's advice on reading a canvas twice
    assert dots[0] > 300
    assert dots[0] == pytest.approx(dots[1], rel=0.5)  # captions and arrows come when it rests

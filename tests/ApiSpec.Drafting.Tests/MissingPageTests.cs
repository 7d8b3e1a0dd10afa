using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tests;

/// <summary>Pages without a section of a reference.</summary>
public sealed class MissingPageTests
{
    [Theory]
    [InlineData("<div id=\"root\"></div><script src=\"/app.js\"></script>", "0 lines", "")]
    [InlineData("<noscript>Enable scripts.</noscript><div id=\"app\"></div><script>start()</script>", "0 lines", "")]
    [InlineData("<p>Loading...</p><div id=\"__next\"></div><script type=\"module\" src=\"a.js\"></script>", "1 line", "")]
    [InlineData("<redoc spec-url=\"openapi.json\"></redoc><script src=\"redoc.js\"></script>", "0 lines", " from 'openapi.json'")]
    [InlineData("<elements-api apiDescriptionUrl=\"a.yaml\"></elements-api><script src=\"e.js\"></script>", "0 lines", " from 'a.yaml'")]
    [InlineData("<script src=\"a.js\"></script>", "0 lines", "")]
    public void The_frame_of_an_application_is_no_page(string body, string lines, string from)
        => Assert.Equal(
            $"page.html: the file only has the frame of an application ({lines} of text), because a script writes the page in the browser{from}; "
                + "copy the section as text from the browser, or save the page as it is shown there.",
            Assert.Throws<PageException>(() => Support.Drafting.Read("<html><body>" + body + "</body></html>", "page.html")).Message);

    [Theory]
    [InlineData("<h1>Get a rack</h1><p>GET /racks</p><script src=\"a.js\"></script>")]
    [InlineData("<div id=\"root\"><h1>Get a rack</h1><p>GET /racks</p></div><script src=\"a.js\"></script>")]
    [InlineData("<div id=\"root\"></div><h1>Get a rack</h1><pre>GET /racks</pre><script src=\"a.js\"></script>")]
    [InlineData("<h1>Delete a rack</h1><p>DELETE /racks/{id}</p><p>Deletes a rack.</p><theme-toggle></theme-toggle><script src=\"a.js\"></script>")]
    [InlineData("<h1>Get a rack</h1><p>GET /racks</p><div id=\"main\"></div><script src=\"a.js\"></script>")]
    public void A_page_with_text_is_read(string body) => Assert.NotEmpty(Support.Drafting.Read("<html><body>" + body + "</body></html>", "page.html").Lines);

    [Theory]
    [InlineData("page.html", "<html><body><h1>About us</h1><p>We make racks.</p><h2>Overview</h2><p>Many.</p></body></html>",
        "It has 4 lines and 2 headings, at first 'About us', 'Overview'")]
    [InlineData("page.txt", "About us\n\nWe make racks.\n", "It has 2 lines and 0 headings, at first 'About us', 'We make racks.'")]
    [InlineData("page.rst", "About us\n========\n\nWe make racks.\n", "It has 2 lines and 1 heading, at first 'About us'")]
    public void A_page_without_a_section_is_refused_with_what_was_seen(string name, string text, string seen)
        => Assert.Equal(
            name + ": the page has no section of a reference: no request such as 'GET /racks', and no heading of the profile 'base'. " + seen
                + "; choose the page of an operation, or name the headings of the manual in a profile.",
            Assert.Throws<PageException>(() => Support.Drafting.Draft(text, "base", name)).Message);

    [Theory]
    [InlineData("Get a rack\n\nGET /racks\n")]
    [InlineData("Get a rack\n\nStatus codes\n\n200 OK\n")]
    [InlineData("Get a rack\n\ncurl https://host/racks\n")]
    public void A_request_or_a_known_heading_is_enough(string text) => Assert.NotEmpty(Support.Drafting.Draft(text, "base").Written.Text);
}

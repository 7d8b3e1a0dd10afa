using ApiSpec.Language.Declarations;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The bodies of a section: their keys, forms and formats.</summary>
public sealed class SectionBodyTests
{
    [Theory]
    [InlineData("body: Task\n", "Type")]
    [InlineData("body: same as Tasks.Get\n", "SameAs")]
    public void Reads_what_of_a_shared_table_must_be_given(string body, string kind)
    {
        var read = Spec.SectionOf(body + "required: notes, toDo\n", "PUT /objects/Tasks").Body!;
        Assert.Equal(kind, read.Kind.ToString());
        Assert.Equal(["notes", "toDo"], read.Required);
    }

    [Theory]
    [InlineData("unknown", BodyKind.Unknown, null)]
    [InlineData("same as Tasks.Get", BodyKind.SameAs, "Tasks.Get")]
    [InlineData("application/octet-stream", BodyKind.Media, "application/octet-stream")]
    [InlineData("text/html; charset=utf-8", BodyKind.Media, "text/html; charset=utf-8")]
    [InlineData("Page<Task>", BodyKind.Type, "Page")]
    [InlineData("enum a/b|c", BodyKind.Type, null)]
    internal void Reads_every_form_of_body(string text, BodyKind kind, string? detail)
    {
        var body = Spec.SectionOf("response: " + text + "\n").Response!;
        Assert.Equal((kind, detail), (body.Kind, body.SameAs ?? body.MediaType ?? body.Type?.Name));
    }

    [Fact]
    public void A_mapping_is_always_a_member_table()
    {
        var body = Spec.SectionOf("response:\n  type: string\n  description: string\n").Response!;
        Assert.Equal(["type", "description"], body.Members.Select(static row => row.Name));
    }

    [Fact]
    public void Reads_the_fields_of_a_form()
    {
        foreach (var (key, format) in new[] { ("body form", BodyFormat.Form), ("body multipart", BodyFormat.Multipart) })
        {
            var body = Spec.SectionOf(key + ":\n  file: bytes\n", "POST /objects/Tasks").Body!;
            Assert.Equal((BodyKind.Form, format, "file"), (body.Kind, body.Format, Assert.Single(body.Members).Name));
        }
    }

    // The key is composed here, so that the upgrade does not rewrite the old form.
    [Theory]
    [InlineData("body: multipart/form-data", "body multipart:")]
    [InlineData("body: multipart/mixed", "body multipart:")]
    [InlineData("body: application/x-www-form-urlencoded; charset=utf-8", "body form:")]
    [InlineData("title: No body", "body multipart:")]
    public void Rows_of_a_form_in_the_form_of_version_0_1_are_an_error_that_shows_the_new_key(string before, string expected)
    {
        var parsed = Spec.Read(Spec.Section(before + "\n" + "parts" + ":\n  file: bytes\nat-most-one: [file, x]\nquery:\n  x?: int\n", "POST /objects/Tasks"));
        var error = Assert.Single(parsed.Diagnostics, static diagnostic => diagnostic.Rule.Id is not "APISPEC0147" and not "APISPEC0120");
        Assert.Equal(("APISPEC0135", expected), (error.Rule.Id, error.Arguments[0]));
    }

    [Theory]
    [InlineData("body: xml\n  a: int\n", "; write 'body xml:' above the rows")]
    [InlineData("body: form\n\n  a: int\n", "; write 'body form:' above the rows")]
    [InlineData("response: xml\n  root:\n    a: int\n", "; write 'response xml:' above the rows")]
    [InlineData("error:  xml\n  root:\n    a: int\n", "; write 'error xml:' above the rows")]
    [InlineData("body: Task\n  a: int\n", "")]
    public void Format_behind_the_colon_with_rows_below_it_shows_the_key(string keys, string hint)
    {
        var error = Assert.Single(Spec.Read(Spec.Section(keys, "POST /objects/Tasks")).Diagnostics, static diagnostic => diagnostic.Rule.Id == "APISPEC0023");
        Assert.Equal("remove the value or these rows, or quote a multi-line value" + hint, error.Arguments.Single());
    }

    [Theory]
    [InlineData(
        "body xml:\n  root:\n    \"@id\": long\n    \"#text?\": string\nresponse xml: Envelope\nerror xml: unknown\nschemas:\n  Envelope:\n"
        + "    root: string\n")]
    [InlineData("body xml: same as A.B\nresponse xml: same as A.B\nerror xml: same as A.B\n")]
    public void Reads_bodies_in_XML(string keys)
    {
        var section = Spec.SectionOf(keys, "POST /objects/Tasks");
        Assert.Equal((BodyFormat.Xml, BodyFormat.Xml, BodyFormat.Xml), (section.Body!.Format, section.Response!.Format, section.Error!.Format));
    }

    [Theory]
    [InlineData("body xml: text/xml\n", "APISPEC0103", "body xml")]
    [InlineData("response xml: text/xml\n", "APISPEC0103", "response xml")]
    [InlineData("response xml:\n  - a\n", "APISPEC0103", "response xml")]
    [InlineData("response xml:\n", "APISPEC0102", "response xml")]
    [InlineData("response xml:\n  a: int\nresponse text/xml:\n", "APISPEC0108", "'response text/xml:'")]
    [InlineData("response:\n  a: int\nresponse application/vnd.x+json:\n", "APISPEC0108", "'response application/vnd.x+json:'")]
    [InlineData("response text/csv:\nresponse application/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response: unknown\nresponse text/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response image/*:\nresponse text/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response text/csv: a,b\n", "APISPEC0103", "response text/csv")]
    [InlineData("body text/csv:\n  a: int\n", "APISPEC0103", "a mapping; describe tables under 'body:'")]
    [InlineData("body text/xml:\n  a: int\n", "APISPEC0103", "a mapping; describe tables under 'body xml:'")]
    [InlineData("query text/csv:\n", "APISPEC0100", "query text/csv")]
    [InlineData("response:\n  a: int\nerror:\n  a: int\nerror xml:\n  a: int\n", "APISPEC0108", "'error xml:'")]
    [InlineData("error:\n  a: int\nerror xml:\n  a: int\n", "APISPEC0108", "'error xml:'")]
    [InlineData("body form: string\n", "APISPEC0103", "body form")]
    [InlineData("body multipart:\n", "APISPEC0102", "body multipart")]
    [InlineData("body: multipart/form-data\nbody multipart:\n  a: int\n", "APISPEC0108", "'body multipart:'")]
    [InlineData("body: unknown\nbody form:\n  a: int\n", "APISPEC0108", "'body form:'")]
    [InlineData("body form:\n  a: int\nbody xml: unknown\n", "APISPEC0108", "'body xml:'")]
    [InlineData("body form:\n  a: string[] as space\n", "APISPEC0125", "'as space'")]
    public void Form_that_is_no_table_or_not_the_only_body_is_reported(string keys, string rule, string named)
        => Assert.Contains(
            Spec.Read(Spec.Section(keys, "POST /objects/Tasks")).Diagnostics, diagnostic => diagnostic.Rule.Id == rule && diagnostic.Arguments.Contains(named));

    [Fact]
    public void Reads_media_types_behind_the_keys_of_bodies()
    {
        var section = Spec.SectionOf(
            "body text/csv; header=present:\nbody: text/plain\nresponse:\n  a: int\nresponse application/pdf:\nresponse xml:\n  r:\n    a: int\n"
                + "error:\n  a: int\nerror xml:\n  r:\n    a: int\n",
            "POST /objects/Tasks");

        Assert.Equal(["text/csv; header=present", "text/plain"], section.Bodies.Select(static body => body.MediaType));
        Assert.Equal([null, "application/pdf", null], section.Responses.Select(static body => body.MediaType));
        Assert.Equal([BodyFormat.Xml], section.OtherErrors.Select(static body => body.Format));
    }

    [Fact]
    public void Reads_a_request_in_several_formats()
    {
        var section = Spec.SectionOf(
            "body multipart:\n  file: bytes\nbody xml:\n  job:\n    a: int\nbody: Job\nbody form:\n  a?: int\n  b?: int\nexactly-one: [a, b]\nrequired: [a]\n"
            + "with: { b: always 1 }\nschemas:\n  Job:\n    a: int\n    b: int\n",
            "POST /objects/Tasks");

        Assert.Equal(
            [BodyFormat.Multipart, BodyFormat.Xml, BodyFormat.Json, BodyFormat.Form], section.Bodies.Select(static body => body.Format));
        Assert.Equal(["file", "job", "a", "b"], section.Bodies.SelectMany(static body => body.Members).Select(static row => row.Name));
        Assert.Equal(["a"], section.OtherBodies[1].Required);
        Assert.Equal("1", Assert.Single(section.OtherBodies[1].Values).Constant);
        Assert.All(
            section.Bodies.Where(static body => body.Kind != BodyKind.Type),
            static body => Assert.Empty(body.Required.Concat(body.Values.Select(static value => value.Name))));
    }
}

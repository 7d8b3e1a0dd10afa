using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ApiSpec.Testing.Tests.Support;
using CsCheck;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>A secret is not in a recording, wherever it was, however it was written, and wherever the server repeats it.</summary>
public sealed partial class RecordedSecretsTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private int _files;

    public static TheoryData<string> SourceNames => [.. Sources.Select(static source => source.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SourceNames))]
    public void No_secret_is_in_a_recording_in_any_usual_writing(string source)
    {
        var (_, ways, make) = Array.Find(Sources, candidate => candidate.Name == source);
        Gen.Select(Secrets, Gen.Int[0, ways.Length - 1].Select(index => ways[index]), Gen.Int[0, Writings.Length - 1], Gen.Int[0, Echoes.Length - 1]).Sample(
            (secret, way, writing, echo) =>
            {
                if (source is "Digest")
                    secret = string.Concat(secret.Where(char.IsAsciiLetterOrDigit));
                else if (way is "latin-1")
                    secret = string.Concat(secret.Where(static character => character < 256));
                else if (IsHeader(source))
                    secret = string.Concat(secret.Where(char.IsAscii));
                // What the recorder cannot read, it cannot find elsewhere.
                var text = Unreadable.Contains(way)
                    ? Record(make(secret, way))
                    : Record(make(secret, way), Echoes[echo](Writings[writing](secret)));
                AssertAbsent(secret, text);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void What_is_not_secret_stays_and_bodies_are_byte_for_byte_the_same_outside_of_secrets()
    {
        const string Body = """
            { "name" : "nightly",  "password":"hunter22-pass", "id":1.50, "id":2e3, "text":"a\/b \u00e9 hunter22",
              "note":"{ \"x\" : \"\\u0041\", \"password\":\"other-secret\", \"n\":1.0 }", "list":[ ], "near":"hunter22-passed", "echo":"is hunter22-pass!" }
            """;
        var text = Record(
            (Vault.Request("PUT", "/v1/items/1", Vault.Body(Body, Json)), Vault.Response(Vault.Body("""{"name":"hunter22-pass","deep":"pass"}""", Json))));

        var entry = JsonNode.Parse(text)!["log"]!["entries"]![0]!;
        Assert.Equal(
            Body.Replace("\"hunter22-pass\"", "\"<secret>\"", StringComparison.Ordinal).Replace("hunter22-pass", "<secret>", StringComparison.Ordinal)
                .Replace("other-secret", "<secret>", StringComparison.Ordinal),
            (string)entry["request"]!["postData"]!["text"]!);
        Assert.Equal("""{"name":"<secret>","deep":"pass"}""", (string)entry["response"]!["content"]!["text"]!);
    }

    [Fact]
    public void Parameters_that_are_not_secret_stay_beside_those_that_are()
    {
        const string Target = "/v1/keys?cog=one&nuts%5B%5D=two&nuts=three&other=four&Other%5B%5D=five&grip=";
        var text = Record((Vault.Request("GET", Target + "hunter22"), Vault.Response()));

        Assert.Equal("http://vault.example" + Target + "%3Csecret%3E", (string?)JsonNode.Parse(text)!["log"]!["entries"]![0]!["request"]!["url"]);
    }

    [Fact]
    public async Task A_secret_that_is_known_only_later_is_removed_from_the_earlier_exchanges()
    {
        const string Note = """{"note":"kept hunter22-pass","more":{"number":47110815,"xml":"<a b='hunter22-pass'/>"}}""";
        var path = Path.Combine(_folder.Root, "late.har");
        using (var recorder = new RecordingHandler(Vault.Catalog, path))
        {
            var early = (Vault.Request("GET", "/v1/notes"), Vault.Response(Vault.Body(Note, Json)));
            await Vault.SendAsync(recorder, early.Item1, early.Item2);
            var login = Vault.Body("""{"password":"hunter22-pass","number":47110815}""", Json);
            await Vault.SendAsync(recorder, Vault.Request("PUT", "/v1/items/1", login), Vault.Response());
        }

        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        AssertAbsent("hunter22-pass", text);
        Assert.Equal(
            """{"note":"kept <secret>","more":{"number":"<secret>","xml":"<a b='&lt;secret&gt;'/>"}}""",
            (string?)JsonNode.Parse(text)!["log"]!["entries"]![0]!["response"]!["content"]!["text"]);
    }

    [Theory]
    [InlineData("Set-Cookie", "sid=\"one;hunter22-pass\"; Path=/", "one;hunter22-pass")]
    [InlineData("Cookie", "sid=\"one;hunter22-pass\"", "one;hunter22-pass")]
    [InlineData("Cookie", "a=\"x; sid=hunter22-pass; b=y\"", "hunter22-pass")]
    [InlineData("Cookie", "sid=\"one;hunter22-pass\"", "hunter22-pass")]
    [InlineData("Set-Cookie", "sid=\"hunter22-pass; Path=\"/Automation\"", "hunter22-pass")]
    [InlineData("Authorization", "Own token=\"one\\\" = hunter22\", a=b", "one\" = hunter22")]
    [InlineData("Authorization", "Own token=\"C:\\secret99\\\", a=b", "C:\\secret99\\")]
    [InlineData("Authorization", "Own token=\"C:\\secret99\", a=b", "C:\\secret99")]
    [InlineData("Authorization", "Own token=\"C:\\secret99\", a=b", "C:secret99")]
    [InlineData("Cookie", "sid=\"C:\\secret99\\\"; a=b", "C:\\secret99\\")]
    [InlineData("Set-Cookie", "sid=\"C:\\secret99\\\"; Path=/Automation", "C:\\secret99\\")]
    public void Secret_beside_quotation_marks_is_masked(string header, string value, string secret)
    {
        var source = header == "Set-Cookie" ? ResponseHeader(header, value) : Header(header, value);

        var text = Record(source, Echo("notes", new JsonObject { ["note"] = "kept " + secret + " kept" }.ToJsonString(), Json));

        AssertAbsent(secret, text);
        Assert.Contains("kept <secret> kept", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sid=\"hunter22-pass; Path=\"/Automation\"")]
    [InlineData("sid=\"hunter22-pass\"; Path=\"/Automation\"")]
    [InlineData("sid=hunter22-pass; Path=\"/Automation\"")]
    public void Attribute_of_a_cookie_is_no_secret(string value)
    {
        var text = Record(ResponseHeader("Set-Cookie", value), Echo("notes", """{"note":"see /Automation/v1"}""", Json));

        AssertAbsent("hunter22-pass", text);
        Assert.Contains("see /Automation/v1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user:hunter22-pass")]
    [InlineData("hunter22-pass")]
    [InlineData("user:")]
    [InlineData("u")]
    public void Passwords_and_tokens_in_the_URLs_of_a_text_are_masked_there_and_elsewhere(string user)
    {
        var text = Record(
            Echo("notes", "{\"note\":\"see ftp://" + user + "@host/a?b=1#c\"}", Json),
            Echo("notes", """{"note":"hunter22-pass"}""", Json));

        Assert.Contains("see ftp://<secret>@host/a?b=1#c", text, StringComparison.Ordinal);
        Assert.Equal(!user.Contains("hunter22", StringComparison.Ordinal), text.Contains("hunter22", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Location", "/v1/locks/T0P-SECRET/door")]
    [InlineData("Location", "http://vault.example/proxy/v1/locks/T0P-SECRET/door?page=1#top")]
    [InlineData("Location", "../locks/T0P-SECRET/door")]
    [InlineData("location", "/v1/locks/T%30P-SECRET/door")]
    [InlineData("Content-Location", "/v1/locks/T0P-SECRET/door")]
    [InlineData("Link", "</v1/locks/T0P-SECRET/door>; rel=\"next\"")]
    [InlineData("note", "see '/v1/locks/T0P-SECRET/door', please")]
    [InlineData("note", "http://vault.example/v1/notes?next=%2Fv1%2Flocks%2FT0P-SECRET%2Fdoor")]
    public void The_value_of_a_secret_path_parameter_is_masked_in_other_URLs_and_elsewhere(string place, string reference)
    {
        var response = Vault.Response(Vault.Body(new JsonObject { ["note"] = place == "note" ? reference : "" }.ToJsonString(), Json));
        if (place != "note")
            Assert.True(response.Headers.TryAddWithoutValidation(place, reference) || response.Content.Headers.TryAddWithoutValidation(place, reference));

        var text = Record((Vault.Request("PUT", "/v1/items/1"), response), Echo("notes", """{"note":"T0P-SECRET"}""", Json));

        AssertAbsent("T0P-SECRET", text);
        // Positions are only known in the normal form.
        Assert.Contains(reference.Contains("%30", StringComparison.Ordinal) ? "<secret>" : "door", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_another_operation_and_a_secret_that_is_part_of_a_word_stay()
    {
        var text = Record(Echo("notes", """{"note":"see /v1/locks/all/door or /v1/locks/, over all"}""", Json));

        Assert.Contains("see /v1/locks/all/door or /v1/locks/, over all", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passcode[0]")]
    [InlineData("user[passcode][]")]
    [InlineData("user[passcode][old]")]
    [InlineData("users%5B0%5D%5Bpasscode%5D")]
    [InlineData("user.passcode.old")]
    public void The_members_and_items_of_secret_fields_are_masked(string field)
    {
        var sent = Vault.Body("user=a&" + field + "=hunter22-pass", "application/x-www-form-urlencoded");

        var text = Record((Vault.Request("POST", "/v1/forms", sent), Vault.Response(Vault.Body("""{"note":"hunter22-pass"}""", Json))));

        Assert.DoesNotContain("hunter22", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Booleans_and_short_numbers_are_masked_only_in_their_place()
    {
        var text = Record(
            (Vault.Request("PUT", "/v1/items/1"), Vault.Response(Vault.Body("""{"any":true,"number":1234,"map":{"a":471108,"b":"false"}}""", Json))),
            Echo("notes", """{"note":"is true or false, 1234 and 471108","more":[true,1234,471108]}""", Json));

        var entries = JsonNode.Parse(text)!["log"]!["entries"]!;
        Assert.Equal(
            """{"any":"<secret>","number":"<secret>","map":{"a":"<secret>","b":"<secret>"}}""", (string?)entries[0]!["response"]!["content"]!["text"]);
        Assert.Equal(
            """{"note":"is true or false, 1234 and <secret>","more":[true,1234,"<secret>"]}""", (string?)entries[1]!["response"]!["content"]!["text"]);
    }

    [Theory]
    [InlineData("{\"user\":\"a\",\"password\":\"hunter22-pass\"}")]
    [InlineData("user=a&passcode=hunter22-pass")]
    [InlineData("<root><note>a</note><password>hunter22-pass</password></root>")]
    public void Secrets_in_Base64_are_found_by_their_names(string inner)
    {
        var text = Record(Echo("notes", new JsonObject { ["note"] = "kept " + Base64(inner, "") + " kept" }.ToJsonString(), Json));

        AssertAbsent("hunter22-pass", text);
        Assert.Contains("kept ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_recorded_as_the_program_sent_it()
    {
        var url = new Uri("http://vault.example/x/../v1/notes?q=1", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        var text = Record((new HttpRequestMessage(HttpMethod.Get, url), Vault.Response()));

        Assert.Contains("\"url\": \"http://vault.example/x/../v1/notes?q=1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_made_to_be_decoded_again_and_again_is_masked_as_a_whole()
    {
        var hostile = string.Concat(Enumerable.Repeat("%2525252541+\\\\u005c\\u005c&amp;amp;amp;", 5_000));

        var text = Record((Vault.Request("GET", "/v1/texts"), Vault.Response(Vault.Body(hostile, "text/plain"))));

        Assert.DoesNotContain("%2525252541+", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undocumented_header_hides_its_own_value_and_not_each_of_its_words()
    {
        var request = Vault.Request("GET", "/v1/notes");
        request.Headers.TryAddWithoutValidation("X-Client", "nightly build of the plant");
        request.Headers.TryAddWithoutValidation("X-Pin", "9x7z");
        request.Headers.TryAddWithoutValidation("Referer", "http://vault.example/");

        var text = Record((request, Vault.Response(Vault.Body("""{"note":"nightly build, see http://vault.example/ 9x7z","plant":"plant"}""", Json))));

        Assert.Contains("nightly build, see http://vault.example/ <secret>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("build of the plant", text, StringComparison.Ordinal);
        Assert.Contains("\\\"plant\\\":\\\"plant\\\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Json, "{\"password\":\"hunter22-pass\"", "cannot be read")]
    [InlineData(Json, "{\"a\":1} password hunter22-pass", "cannot be read")]
    [InlineData(Xml, "<!DOCTYPE a [<!ENTITY b 'hunter22-pass'>]><a>&b;</a>", "cannot be read")]
    [InlineData("text/html", "<p>hunter22-pass<br>", "cannot be read")]
    [InlineData("text/plain", "hunter22-pass", "cannot be read")]
    [InlineData("text/plain; charset=utf-99", "hunter22-pass", "utf-99")]
    [InlineData("image/png", "hunter22-pass", "is not text")]
    public void A_body_that_can_hold_unknown_secrets_is_left_out_and_the_file_says_why(string mediaType, string body, string reason)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        var text = Record((Vault.Request("PUT", "/v1/items/1"), Vault.Response(content)));

        Assert.DoesNotContain("hunter22", text, StringComparison.Ordinal);
        var recorded = JsonNode.Parse(text)!["log"]!["entries"]![0]!["response"]!["content"]!;
        Assert.Null(recorded["text"]);
        Assert.Contains(reason, (string)recorded["comment"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_an_operation_without_secrets_is_recorded()
    {
        var text = Record((Vault.Request("GET", "/v1/texts"), Vault.Response(Vault.Body("a;b\n1;2", "text/plain"))));

        Assert.Equal("a;b\n1;2", (string)JsonNode.Parse(text)!["log"]!["entries"]![0]!["response"]!["content"]!["text"]!);
    }

    [Theory]
    [InlineData("PUT", "/v1/items/1")]
    [InlineData("GET", "/v1/notes")]
    public void The_response_is_left_out_if_the_request_had_secrets_that_the_recorder_could_not_read(string method, string target)
    {
        var sent = new StreamContent(new UnknownLength(Encoding.UTF8.GetBytes("""{"password":"hunter22-pass"}""")));
        sent.Headers.ContentType = new MediaTypeHeaderValue(Json);
        var response = Vault.Response(Vault.Body("""{"note":"hunter22-pass"}""", Json));
        response.Headers.TryAddWithoutValidation("X-Trace", "hunter22-pass");
        response.ReasonPhrase = "hunter22-pass";

        var text = Record((Vault.Request(method, target, sent), response));

        Assert.DoesNotContain("hunter22", text, StringComparison.Ordinal);
        Assert.Contains("The request can hold secrets", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_known_only_later_is_removed_from_names_of_headers_and_media_types()
    {
        var path = Path.Combine(_folder.Root, "names.har");
        using (var recorder = new RecordingHandler(Vault.Catalog, path))
        {
            var early = Vault.Response(Vault.Body("{}", "application/vnd.hunter22-pass+json"));
            Assert.True(early.Headers.TryAddWithoutValidation("hunter22-pass", "a"));
            await Vault.SendAsync(recorder, Vault.Request("GET", "/v1/notes?hunter22-pass=1"), early);
            var login = Vault.Body("""{"password":"hunter22-pass","keys":["Content-Type","X-Receipt"]}""", Json);
            await Vault.SendAsync(recorder, Vault.Request("PUT", "/v1/items/1", login), Vault.Response());
        }

        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        AssertAbsent("hunter22-pass", text);
        Assert.Contains("\"name\": \"Content-Type\"", text, StringComparison.Ordinal);
        Assert.NotNull(Vault.Catalog.WithRecordings(path));
    }

    [Fact]
    public async Task With_more_secrets_than_can_be_searched_for_the_recording_ends_and_says_so()
    {
        var keys = new JsonArray([.. Enumerable.Range(0, 100_001).Select(static i => JsonValue.Create("key-number-" + i))]);
        var path = Path.Combine(_folder.Root, "full.har");
        using (var recorder = new RecordingHandler(Vault.Catalog, path) { MaxBodyBytes = 16 * 1024 * 1024 })
        {
            await Vault.SendAsync(recorder, Vault.Request("GET", "/v1/notes"), Vault.Response());
            var many = Vault.Response(Vault.Body(new JsonObject { ["keys"] = keys }.ToJsonString(), Json));
            await Vault.SendAsync(recorder, Vault.Request("PUT", "/v1/items/1"), many);
            var echo = Vault.Response(Vault.Body("""{"note":"key-number-100000"}""", Json));
            await Vault.SendAsync(recorder, Vault.Request("GET", "/v1/notes"), echo);
        }

        var log = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!["log"]!;
        Assert.Single(log["entries"]!.AsArray());
        Assert.Contains("more secrets", (string)log["comment"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("key-number", log.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_secrets_than_the_recorder_once_remembered_are_all_found()
    {
        var keys = Enumerable.Range(0, 20_000).Select(static i => "key-number-" + i).ToList();
        var body = new JsonObject { ["keys"] = new JsonArray([.. keys.Select(static key => JsonValue.Create(key))]) }.ToJsonString();
        var path = Path.Combine(_folder.Root, "many.har");
        using (var recorder = new RecordingHandler(Vault.Catalog, path) { MaxBodyBytes = 16 * 1024 * 1024 })
        {
            await Vault.SendAsync(recorder, Vault.Request("PUT", "/v1/items/1"), Vault.Response(Vault.Body(body, Json)));
            var echo = Vault.Body(new JsonObject { ["note"] = string.Join(", ", keys) }.ToJsonString(), Json);
            await Vault.SendAsync(recorder, Vault.Request("GET", "/v1/notes"), Vault.Response(echo));
        }

        Assert.DoesNotContain("key-number", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private string Record(params (HttpRequestMessage Request, HttpResponseMessage Response)[] exchanges)
    {
        var path = Path.Combine(_folder.Root, ++_files + ".har");
        using (var recorder = new RecordingHandler(Vault.Catalog, path))
        {
            foreach (var (request, response) in exchanges)
                Vault.SendAsync(recorder, request, response).Wait(TestContext.Current.CancellationToken);
        }

        var text = File.ReadAllText(path);
        Assert.Equal(exchanges.Length, JsonNode.Parse(text)!["log"]!["entries"]!.AsArray().Count);
        File.Delete(path);
        return text;
    }
}

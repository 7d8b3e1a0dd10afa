using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>
/// A server repeats the secret of a request wherever it can. No exception, log, activity, metric, drift report or printed value shows it, whatever part of the
/// request held it.
/// </summary>
public sealed class SecretChannelTests
{
    private const string Secret = "Pa55/w+rd-47110815";
    private const string User = "operator";

    // Longer than a message or a report shows of a value.
    private static readonly string LongSecret = Secret + string.Concat(Enumerable.Range(100, 61));

    private const string Api = """
        api: vault
        client: VaultClient
        authentication:
          - header X-Key
          - query key
          - form user, password
          - body user, password
          - cookie sid
          - basic
          - bearer
        error code in: code
        error message in: text
        error:
          code?: string
          text?: string
        """;

    private static readonly (string Group, string Spec)[] Places =
    [
        ("Header", "request: GET /header\nauthentication: header\n"),
        ("Query", "request: GET /query\nauthentication: query\n"),
        ("Form", "request: POST /form\nauthentication: form\nbody form:\n  note: string\n"),
        ("Upload", "request: POST /upload\nauthentication: form\nbody multipart:\n  file: bytes\n"),
        ("Body", "request: POST /body\nauthentication: body\nbody:\n  note: string\n"),
        ("Cookie", "request: GET /cookie\nauthentication: cookie\n"),
        ("Basic", "request: GET /basic\nauthentication: basic\n"),
        ("Bearer", "request: GET /bearer\nauthentication: bearer\n"),
        ("PathRow", "request: GET /path/{pin}\nauthentication: none\npath:\n  pin: string secret\n"),
        ("QueryRow", "request: GET /row\nauthentication: none\nquery:\n  pin?: string secret\n"),
        ("QueryMember", "request: GET /where\nauthentication: none\nquery:\n  where?:\n    type: object as json\n    members:\n      pin: string secret\n"),
        ("HeaderRow", "request: GET /row/header\nauthentication: none\nheaders:\n  X-Pin: string secret\n"),
        ("FormRow", "request: POST /row/form\nauthentication: none\nbody form:\n  pin: string secret\n"),
        ("BodyRow", "request: POST /row/body\nauthentication: none\nbody:\n  pin: string secret\n"),
    ];

    /// <summary>What the server does with the secret.</summary>
    private static readonly (string Name, Func<string, HttpResponseMessage> Respond)[] Echoes =
    [
        ("error text", static echo => Json(400, $$"""{"code":"E1","text":"The user {{Text(echo)}} is unknown"}""")),
        ("error code", static echo => Json(400, $$"""{"code":"{{Text(echo)}}","text":"no"}""")),
        ("part of an error code", static echo => Json(400, $$"""{"code":"NO-{{Text(echo)}}","text":"no"}""")),
        ("reason phrase", static echo => new HttpResponseMessage((HttpStatusCode)418) { ReasonPhrase = "No " + echo, Content = new StringContent(echo) }),
        ("text", static echo => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(echo) }),
        ("undocumented value", static echo => Json(200, $$"""{"state":"{{Text(echo)}}"}""")),
        ("undocumented member", static echo => Json(200, $$"""{"state":"on","{{Text(echo)}}":1}""")),
        ("nested member", static echo => Json(200, $$"""{"state":"on","inner":{"{{Text(echo)}}":1} }""")),
        ("secret row", static echo => Json(200, $$"""{"state":"on","pin":"{{Text(echo)}}"}""")),
        ("wrong type", static echo => Json(200, $$"""{"state":"on","count":"{{Text(echo)}}"}""")),
        ("wrong secret row", static echo => Json(200, $$"""{"state":"on","pin":{"{{Text(echo)}}":1} }""")),
        ("broken JSON", static echo => Json(200, $$"""{"state":"on","note":"{{Text(echo)}}""")),
        ("redirect", static echo => new HttpResponseMessage(HttpStatusCode.Found)
        {
            Headers = { Location = new Uri("/x?y=" + Uri.EscapeDataString(echo), UriKind.Relative) },
        }),
        ("challenge", static echo => new HttpResponseMessage(HttpStatusCode.Unauthorized)
        {
            Headers = { WwwAuthenticate = { new AuthenticationHeaderValue("Basic", "realm=\"" + echo + "\"") } },
        }),
        ("broken connection", static echo => throw new HttpRequestException("No route to http://" + User + ":" + Uri.EscapeDataString(echo) + "@host/")),
    ];

    private static readonly Func<string, string>[] Writings = [static text => text, static text => text.ToUpperInvariant(), Uri.EscapeDataString];

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", Api),
        .. Places.Select(static place => new SpecDocument(
            place.Group + ".apispec.yaml",
            $"api: vault\noperation: {place.Group}.Get\n{place.Spec}status: [200, 400]\nresponse:\n  state: enum on|off\n  count?: int\n  pin?: string secret\n"
                + "  inner?:\n    a?: int\n  note?: string\n")),
    ]).Load());

    public static TheoryData<string, bool> Groups { get; } = new(Places.SelectMany(static place => new[] { (place.Group, false), (place.Group, true) }));

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task No_channel_shows_a_secret_that_the_server_repeats(string group, bool isLong)
    {
        var secret = isLong ? LongSecret : Secret;
        var leaks = new List<string>();
        foreach (var (name, respond) in Echoes)
        {
            foreach (var writing in Writings)
            {
                using var channels = new Channels();
                using var handler = new EchoHandler(() => respond(writing(secret)));
                await CallAsync(group, handler, channels, secret);
                Assert.True(handler.WasSent, group + " did not send the secret.");
                leaks.AddRange(channels.Written.Where(IsLeak).Select(text => name + " as " + writing(secret) + ": " + text));
            }
        }

        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct()));
    }

    [Fact]
    public async Task Without_a_secret_the_channels_show_what_the_server_said()
    {
        using var channels = new Channels();
        foreach (var (_, respond) in Echoes.Take(9))
        {
            using var handler = new EchoHandler(() => respond("shown"));
            await CallAsync("Header", handler, channels, Secret);
        }

        Assert.Contains(channels.Written, static text => text.Contains("The user shown is unknown", StringComparison.Ordinal));
        Assert.Contains(channels.Written, static text => text.Contains("418 No shown", StringComparison.Ordinal));
        Assert.Contains(channels.Written, static text => text.Contains("'shown' at $.state", StringComparison.Ordinal));
        Assert.Contains(channels.Written, static text => text.Contains("$.inner.shown", StringComparison.Ordinal));
        Assert.Contains(
            channels.Written,
            static text => text.StartsWith("apispec.client.drift", StringComparison.Ordinal) && text.Contains("shown", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("code?: string secret\n  text?: string secret\n", """{"code":"SECRET","text":"SECRET"}""", false)]
    [InlineData("code?: string\n  text?: string\n  session?:\n    pin: string secret\n",
        """{"code":"E17","text":"Session SECRET has ended","session":{"pin":"SECRET"} }""", true)]
    public async Task No_channel_shows_a_secret_row_of_a_failure(string rows, string body, bool hasCode)
    {
        var client = GeneratedProject.OfSection(
            "api: vault\noperation: Doors.Get\nrequest: GET /doors\nstatus: [200, 400]\nresponse:\n  state: string\n",
            "api: vault\nclient: VaultClient\nerror code in: code\nerror message in: text\nerror:\n  " + rows).Load();
        using var channels = new Channels();
        using var handler = new EchoHandler(() => Json(400, body.Replace("SECRET", Secret, StringComparison.Ordinal)));

        var response = await client.CallAsync(
            new Uri("http://vault.example"), "Doors.Get", (_, _) => null, new ApiClientOptions { Handler = handler, Log = channels });
        channels.Add(response);
        channels.Add(response.CreateException());

        Assert.Contains(Secret, response.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(channels.Written, IsLeak);
        Assert.Equal(hasCode, response.CreateException().Message.Contains("E17", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("409: { response: { code?: string, text?: string, pin: string secret } }", "", 409, true)]
    [InlineData("409: { response: { code?: string secret, text?: string } }", "", 409, false)]
    [InlineData("409: { response: { code?: string, text?: string, session: { pin: string secret } } }", "success when: code is missing\n", 409, true)]
    [InlineData("200: { response: { code?: string, text?: string, pin: string secret } }", "success when: code is missing\n", 200, true)]
    [InlineData("200:", "success when: code is missing\nresponse:\n  code?: string\n  text?: string\n  pin?: string secret\n", 200, true)]
    [InlineData("200:", "success when: code is missing\nresponse:\n  code?: string secret\n  text?: string\n", 200, false)]
    public async Task No_channel_shows_a_secret_row_of_another_failed_body(string row, string keys, int status, bool hasCode)
    {
        var client = GeneratedProject.OfSection(
            "api: vault\noperation: Doors.Get\nrequest: GET /doors\nstatus:\n  204:\n  400:\n  " + row + "\n" + keys,
            "api: vault\nclient: VaultClient\nerror code in: code\nerror message in: text\nerror:\n  code?: string\n  text?: string\n").Load();
        using var channels = new Channels();
        var body = hasCode
            ? $$$"""{"code":"E17","text":"Session {{{Secret}}} has ended","pin":"{{{Secret}}}","session":{"pin":"{{{Secret}}}"}}"""
            : $$"""{"code":"{{Secret}}","text":"Session {{Secret}} has ended"}""";
        using var handler = new EchoHandler(() => Json(status, body));

        var response = await client.CallAsync(
            new Uri("http://vault.example"), "Doors.Get", (_, _) => null, new ApiClientOptions { Handler = handler, Log = channels });
        channels.Add(response.CreateException());

        Assert.Contains(Secret, response.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(channels.Written, IsLeak);
        Assert.Equal(hasCode, response.CreateException().Message.Contains("E17", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_with_very_many_words_is_not_searched_for_word_by_word()
    {
        using var channels = new Channels();
        var value = string.Concat(Enumerable.Repeat("abcd-", 200_000));
        using var handler = new EchoHandler(() => Json(200, $$"""{"state":"{{value}}"}"""));

        var call = Task.Run(() => CallAsync("BodyRow", handler, channels, new string('z', 2_000_000)), TestContext.Current.CancellationToken);
        await call.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains(channels.Written, static text => text.Contains("$.state", StringComparison.Ordinal));
    }

    private static async Task CallAsync(string group, EchoHandler handler, Channels channels, string secret)
    {
        var options = new ApiClientOptions
        {
            Handler = handler,
            Credential = CredentialOf(group, secret),
            Log = channels,
            OnDrift = drift => channels.Add(drift),
        };
        channels.Add(options);
        channels.Add(options.Credential);
        try
        {
            var response = await Client.Value.CallAsync(
                new Uri("http://vault.example"), group + ".Get", (name, type) => channels.Argument(ArgumentOf(name, type, secret)), options);
            channels.Add(response);
            channels.Add(response.GetType().GetProperty("Body")!.GetValue(response) is { } body ? PinOf(body) : null);
            if (!response.IsSuccess)
                channels.Add(response.CreateException());
        }
        catch (Exception exception) when (exception is ApiCallException or HttpRequestException)
        {
            channels.Add(exception);
        }
    }

    // The record shows members of the server that are not secret.
    private static string PinOf(object body)
    {
        var text = body.ToString()!;
        return text[Math.Max(text.IndexOf("Pin", StringComparison.Ordinal), 0)..];
    }

    private static object? ArgumentOf(string name, Type type, string secret) => name switch
    {
        "body" => SampleArgument.Parse(type, type.GetProperty("Pin") is null ? """{"note":"n"}""" : JsonSerializer.Serialize(new { pin = secret })),
        // A report of drift must not read it again.
        "file" => new ApiFile(PipeReader.Create(new ReadOnlySequence<byte>("bytes"u8.ToArray())).AsStream(), "file.bin"),
        "Where" => SampleArgument.OfJson(type, JsonSerializer.Serialize(new { pin = secret })),
        _ when name.Contains("pin", StringComparison.OrdinalIgnoreCase) => secret,
        _ => "n",
    };

    private static ApiCredential CredentialOf(string group, string secret) => group switch
    {
        "Header" => new HeaderCredential("X-Key", secret),
        "Query" => new QueryCredential("key", secret),
        "Form" or "Upload" => new FieldCredential(ApiCredentialPlace.Form, [new("user", User), new("password", secret)]),
        "Body" => new FieldCredential(ApiCredentialPlace.Body, [new("user", User), new("password", secret)]),
        "Cookie" => new FieldCredential(ApiCredentialPlace.Cookie, "sid", secret),
        "Basic" => new BasicCredential(User, secret),
        "Bearer" => new BearerCredential(secret),
        _ => ApiCredential.None,
    };

    // The start of a secret is the start of a longer one.
    private static bool IsLeak(string text)
        => new[] { Secret, Uri.EscapeDataString(Secret), "Pa55/w\\u002Brd-47110815", Convert.ToBase64String(Encoding.UTF8.GetBytes(User + ":" + Secret)) }
            .Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static string Text(string text) => JsonEncodedText.Encode(text).ToString();

    private static HttpResponseMessage Json(int status, string json)
        => new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class EchoHandler(Func<HttpResponseMessage> respond) : HttpMessageHandler
    {
        public bool WasSent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Without a copy of the body in the request, as the network sends it.
            using var body = new MemoryStream();
            if (request.Content is not null)
                await request.Content.CopyToAsync(body, cancellationToken);
            var sent = request.RequestUri + "\n" + request.Headers + "\n" + Encoding.UTF8.GetString(body.ToArray());
            WasSent = IsLeak(Uri.UnescapeDataString(sent)) || IsLeak(sent);
            return respond();
        }
    }

    /// <summary>Everything that a program can write down about a call.</summary>
    private sealed class Channels : ApiLog, IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _measurements = new();

        public Channels()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = static source => source.Name.StartsWith("ApiSpec", StringComparison.Ordinal),
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Add(activity.DisplayName + " " + activity.StatusDescription + " " + string.Join(' ', activity.TagObjects)
                    + string.Join(' ', activity.Events.SelectMany(static happened => happened.Tags))),
            };
            ActivitySource.AddActivityListener(_activities);
            _measurements.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("ApiSpec", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            };
            _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument.Name + " " + string.Join(' ', tags.ToArray())));
            _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument.Name + " " + string.Join(' ', tags.ToArray())));
            _measurements.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add(instrument.Name + " " + string.Join(' ', tags.ToArray())));
            _measurements.Start();
        }

        // Calls of other tests can end at the same time.
        public ConcurrentQueue<string> Written { get; } = [];

        public override bool IsEnabled(EventLevel level) => true;

        public override void Write(ApiLogEntry entry) => Add(entry + " " + string.Join(' ', entry));

        /// <summary>Notes the printed form of an argument, and returns it. A value alone is not printed by the library.</summary>
        public object? Argument(object? value)
        {
            if (value is not (null or string))
                Add(value);
            return value;
        }

        public void Add(object? value) => Written.Enqueue(value is Exception exception ? Everything(exception) : value?.ToString() ?? "");

        public void Dispose()
        {
            _activities.Dispose();
            _measurements.Dispose();
        }

        // The body of the server and its error record are what the program asked for.
        private static string Everything(Exception exception)
        {
            var text = exception.ToString();
            for (Exception? one = exception; one is not null; one = one.InnerException)
            {
                text += string.Join('\n', one.Data.Cast<DictionaryEntry>().Select(static entry => entry.Key + "=" + entry.Value));
                foreach (var property in one.GetType().GetProperties().Where(static property => property.Name is not ("TargetSite" or "Error" or "ErrorCode"
                    or "ErrorMessage") && property.PropertyType != typeof(ApiRawBody)))
                    text += "\n" + property.GetValue(one);
            }

            return text;
        }
    }
}

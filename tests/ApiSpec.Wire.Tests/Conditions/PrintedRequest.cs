using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests.Conditions;

/// <summary>A request as a page prints it.</summary>
internal sealed class PrintedRequest
{
    private readonly string _method;
    private readonly string _target;
    private readonly string? _header;
    private readonly string? _body;

    public PrintedRequest(string request, string target, string? body)
    {
        var words = request.Split(' ');
        var parts = target.Split(' ', 2);
        _method = words[0];
        _target = words[1].Replace("/{kind}", "", StringComparison.Ordinal) + parts[0];
        _header = parts.Length == 2 ? parts[1] : null;
        _body = body;
    }

    private bool IsForm => _body is { } body && body[0] is not ('{' or '[');

    public string Example => "examples:\n  - request header: |\n      " + _method + " " + _target + " HTTP/1.1\n"
        + (_header is null ? "" : "      " + _header + "\n")
        + (_body is null ? ""
            : IsForm ? "      Content-Type: application/x-www-form-urlencoded\n    request body: |\n      " + _body + "\n"
            : "    request body: |\n      " + _body + "\n");

    /// <summary>The argument with a C# name.</summary>
    public object? ArgumentOf(string name, Type type)
    {
        if (name == "body")
            return SampleArgument.ParseBody(type, _body!);
        if (name == "kind")
            return SampleArgument.Of(type, _target.Split('/', '?')[2]);
        var fields = (_target.Contains('?', StringComparison.Ordinal) ? _target.Split('?')[1] : "").Split('&').Concat((IsForm ? _body! : "").Split('&'))
            .Select(static field => field.Split('=')).Append(_header?.Split(": ") ?? [""]);
        var texts = fields.Where(field => string.Equals(field[0].Replace("-", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase))
            .Select(static field => field.Length == 1 ? "true" : Uri.UnescapeDataString(field[1])).SelectMany(static text => text.Split('|')).ToList();
        // For a required value, null means the string that replaces it.
        if (texts is [] or [""])
            return null;
        return texts[0][0] == '[' ? SampleArgument.Items(type, texts[0]) : SampleArgument.Of(type, texts);
    }

    private static string Escaped(string form)
        => string.Join(
            '&', form.Split('&').Select(static field => field.Split('=') is [var name, var value] ? name + "=" + Uri.EscapeDataString(value) : field));

    public async Task SendAsync(StubMessageHandler server)
    {
        using var http = new HttpClient(server, disposeHandler: false);
        using var message = new HttpRequestMessage(new HttpMethod(_method), new Uri("http://localhost" + _target));
        if (_header?.Split(": ") is [var name, var value])
            message.Headers.Add(name, value);
        if (_body is not null)
            message.Content = new StringContent(
                IsForm ? Escaped(_body) : _body, Encoding.UTF8, IsForm ? "application/x-www-form-urlencoded" : "application/json");
        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
    }
}

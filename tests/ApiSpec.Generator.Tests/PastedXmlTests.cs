using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>XML in examples that the client refuses.</summary>
public sealed class PastedXmlTests
{
    [Theory]
    [InlineData(
        "response", "<!DOCTYPE job SYSTEM \"job.dtd\">",
        "The client refuses XML with a DOCTYPE; write 'response: text/xml', or remove it if the server does not send it")]
    [InlineData("request", "<!DOCTYPE job>", "The client sends XML without a DOCTYPE; remove it here, or write 'body: text/xml' to send text")]
    [InlineData(
        "response", "<!-- a comment >",
        "This is not XML: it has no root element, is cut off, or has a tag, a name or a character that XML does not allow here")]
    public void XML_with_a_DOCTYPE_is_not_called_a_misprint(string what, string declaration, string expected)
    {
        var text = Assert.Single(GeneratorRun.Of(SpecFiles.Of(
            "stop",
            "operation: Jobs.Stop\nrequest: POST /jobs\nstatus: [200]\nbody xml:\n  job:\n    id: int\nresponse xml:\n  job:\n    id: int\n"
                + Example(what + " body", "<?xml version=\"1.0\"?>\n" + declaration + "\n<job><id>1</id></job>"))).DiagnosticTexts);

        Assert.Matches("^APISPEC0308 .*\\(1[234],[0-9]+\\)", text);
        Assert.EndsWith(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "error: text/xml")]
    [InlineData("  409 Conflict:\n    response xml:\n      fault:\n        id: int\n", "response: text/xml")]
    public void Advice_about_a_DOCTYPE_names_the_key_of_the_body(string row, string expected)
    {
        var text = Assert.Single(GeneratorRun.Of(SpecFiles.Of(
            "stop",
            "operation: Jobs.Stop\nrequest: POST /jobs\nstatus:\n  200 OK: Done.\n" + (row.Length == 0 ? "  409 Conflict: Ended.\n" : row)
                + "response xml:\n  job:\n    id: int\nerror xml:\n  fault:\n    id: int\n"
                + Example("response header", "HTTP/1.1 409 Conflict\nContent-Type: text/xml\n\n<!DOCTYPE fault>\n<fault><id>1</id></fault>"))).DiagnosticTexts);

        Assert.StartsWith("APISPEC0308", text, StringComparison.Ordinal);
        Assert.EndsWith("write '" + expected + "', or remove it if the server does not send it", text, StringComparison.Ordinal);
    }

    private static string Example(string part, string text)
        => "examples:\n  - " + part + ": |\n" + string.Concat(text.Split('\n').Select(static line => line.Length == 0 ? "\n" : "      " + line + "\n"));
}

using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>One error never hides the next.</summary>
public sealed class SeveralDiagnosticsTests
{
    [Fact]
    public void Several_mistakes_are_all_reported()
    {
        var mistakes = Spec.Diagnostics("""
            request: GET /objects/{id}
            operation: Tasks
            roles: [A, A]
            path:
              ID: lng filter
            status:
              200 OK: Fine
              700 Odd: x
            response:
              a: string =
              b: int 5..1
            notes: see #1
            reponse: x
            """);
        Assert.Equal(
            [
                "0112 1:23+4", "0106 2:12+5", "0107 3:12+1", "0124 5:11+6", "0141 8:3+3", "0121 10:13+1", "0122 11:10+4", "0013 12:12+2", "0100 13:1+7",
            ],
            mistakes.Select(static mistake => string.Join(' ', mistake["APISPEC".Length..].Split(' ').Take(2))));
    }

    [Fact]
    public void One_bad_row_leaves_the_others_readable()
    {
        var parsed = Spec.Read(Specs.Founding.Replace("url - link", "url! link", StringComparison.Ordinal));
        Assert.Single(parsed.Diagnostics);
        Assert.Equal(4, parsed.File!.Section!.Response!.Members.Count);
    }
}

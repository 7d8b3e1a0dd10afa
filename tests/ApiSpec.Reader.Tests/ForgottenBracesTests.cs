using ApiSpec.Language.Declarations;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Path parameters without braces in the request line.</summary>
public sealed class ForgottenBracesTests
{
    [Fact]
    public void Segment_without_braces_is_the_placeholder_that_its_row_names()
    {
        var parsed = Spec.Read(
            "request: GET /jobs/id/steps\npath:\n  id: string\nstatus: [200]\nexamples:\n  - request header: |\n      GET /jobs/17/steps HTTP/1.1\n");
        var section = parsed.File!.Section!;

        Assert.Equal(["APISPEC0114: id"], Spec.Reported(parsed));
        Assert.Equal("/jobs/{id}/steps", section.Path.ToString());
        Assert.Equal(("id", TypeKind.String), (Assert.Single(section.PathRows).Name, section.PathRows[0].Type.Kind));
        Assert.Equal("GET /jobs/{id}/steps", section.RequestText);
    }
}

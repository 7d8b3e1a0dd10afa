using ApiSpec.Specs.Tests.Support;
using Hitachi.JP1.AutomaticOperation;
using Hitachi.JP1.JobManagement;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>The table in the <c>README.md</c> of each reference is what its specs say.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Readme_of_Automatic_Operation_is_what_the_specs_say() => AssertApproved(Repository.JP1Specs, new CoverageTable(
        "JP1/Automatic Operation",
        """
        Files carry the section numbers of
        JP1 Version 12; a section that several editions print is one file that names them all. What the pages leave open stands in the `notes` of the file.

        Every method has a second form, `...WithResponseAsync`, which gives status and headers, too, and throws for no HTTP status. An example is what the
        reference prints as usage example; each is replayed by `tests/ApiSpec.Specs.Tests`: the client sends the printed request and reads the printed response.
        """,
        Repository.JP1Specs, typeof(IAutomaticOperationClient), AutomaticOperationApi.Operations));

    [Fact]
    public void Readme_of_Job_Management_is_what_the_specs_say() => AssertApproved(Repository.JobManagementSpecs, new CoverageTable(
        "JP1/Automatic Job Management System 3",
        """
        Files carry the section numbers of
        JP1 Version 12. The pages were visible only in part: what they leave open is `unknown` in the file, and the build lists it (APISPEC0147).

        Every method has a second form, `...WithResponseAsync`, which returns status and headers as well, and does not throw for a status code. `tests/ApiSpec.Specs.Tests`
        calls every method over a socket.
        """,
        Repository.JobManagementSpecs, typeof(IJobManagementClient), JobManagementApi.Operations));

    private static void AssertApproved(string folder, CoverageTable table)
    {
        var approved = Path.Combine(folder, "README.md");
        var received = Path.Combine(folder, "README.received.md");
        var text = table.Write();
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"'{approved}' differs from what the specs say. Look at '{received}' next to it, and rename it to approve it.");
    }
}

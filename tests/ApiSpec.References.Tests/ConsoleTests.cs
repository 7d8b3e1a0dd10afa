using System.Text;
using ApiSpec.References.Tests.Servers;
using Example.Console;
using Xunit;

namespace ApiSpec.References.Tests;

/// <summary>
/// A reference in the style of a job console: credentials in a separate header, names with slashes in the path, parameters that belong together.
/// </summary>
public sealed class ConsoleTests
{
    private const string Nothing = """{"statuses":[],"all":true}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_header_of_the_reference_carries_the_credential()
    {
        await using var server = await RecordingServer.StartAsync(
            200,
            """
            {
              "statuses": [
                {
                  "definition": { "unitName": "/Nightly/Backup", "simpleUnitName": "Backup", "unitType": "", "execAgent": "", "parameters": "", "owner": "ann", "startable": true },
                  "unitStatus": { "execID": "@A100", "status": "RUNNING", "startTime": "2026-01-31T10:00:00+09:00", "endTime": null, "holdAttr": "NO", "retryCount": 0 }
                },
                {
                  "definition": { "unitName": "/Nightly/Copy", "simpleUnitName": "Copy", "unitType": "JOB", "execAgent": "A1", "parameters": "", "owner": "ann", "startable": false },
                  "unitStatus": null
                }
              ],
              "all": true
            }
            """);
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password"));
        using var client = new ConsoleClient(
            server.Address, new ApiClientOptions { Credential = new HeaderCredential("X-Console-Authorization", secret), Language = "ja" });
        var list = await client.Statuses.ListAsync(
            "MANAGER1", "BRANCH1", "/Nightly",
            new() { SearchLowerUnits = StatusesListSearchLowerUnits.NO, PeriodBegin = new(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(9)) }, Token);

        var request = Assert.Single(server.Requests);
        Assert.StartsWith(
            "GET /application/console/api/v1/objects/statuses?mode=search&manager=MANAGER1&serviceName=BRANCH1&location=%2FNightly&searchLowerUnits=NO&"
            + "periodBegin=2026-01-31T10%3A00%3A00",
            request.Line,
            StringComparison.Ordinal);
        Assert.Equal(secret, request.Header("X-Console-Authorization"));
        Assert.Equal("ja", request.Header("Accept-Language"));
        Assert.Null(request.Header("Authorization"));
        Assert.Equal(UnitUnitType.Empty, list.Statuses[0].Definition.UnitType);
        Assert.Null(list.Statuses[0].UnitStatus!.EndTime);
        Assert.Null(list.Statuses[1].UnitStatus);
    }

    public static TheoryData<string, StatusesListQuery> Broken => new()
    {
        { "unitName", new() { UnitName = "a" } },
        { "unitNameMatchMethods", new() { UnitNameMatchMethods = StatusesListUnitNameMatchMethods.EQ } },
        { "periodEnd", new() { PeriodEnd = DateTimeOffset.UnixEpoch } },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task Parameters_that_go_together_are_sent_together_or_not_at_all(string given, StatusesListQuery query)
    {
        await using var server = await RecordingServer.StartAsync(200, Nothing);
        using var client = new ConsoleClient(server.Address);
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => client.Statuses.ListAsync("m", "s", "/", query, Token));
        Assert.Contains(given, thrown.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);

        await client.Statuses.ListAsync(
            "m", "s", "/", new() { UnitName = "a", UnitNameMatchMethods = StatusesListUnitNameMatchMethods.BW, UnitStatus = StatusesListUnitStatus.GrpRun },
            Token);
        Assert.EndsWith("location=%2F&unitName=a&unitNameMatchMethods=BW&status=GRP_RUN", Assert.Single(server.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slashes_of_a_name_do_not_change_the_path()
    {
        await using var server = await RecordingServer.StartAsync(200, """{"execID":"@A101"}""");
        using var client = new ConsoleClient(server.Address);
        var body = new DefinitionsInvokeStartNowBody
        {
            Parameters = new() { StartCondition = DefinitionsInvokeStartNowBodyParametersStartCondition.NO, WaitAtMost = TimeSpan.FromMinutes(90) },
        };
        Assert.Equal("@A101", (await client.Definitions.InvokeStartNowAsync("/Nightly/x/Backup?#", "MANAGER1", "BRANCH1", body, Token)).ExecID);
        Assert.Equal(
            "POST /application/console/api/v1/objects/definitions/%2FNightly%2Fx%2FBackup%3F%23/actions/startNow/invoke?manager=MANAGER1&serviceName=BRANCH1 "
            + "{\"parameters\":{\"startCondition\":\"NO\",\"waitAtMost\":\"PT1H30M\"}}",
            Assert.Single(server.Requests).ToString());
    }
}

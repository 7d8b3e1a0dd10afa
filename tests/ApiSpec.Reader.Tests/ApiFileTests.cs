using ApiSpec.Language.Declarations;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class ApiFileTests
{
    private readonly ApiDeclaration _api = Spec.File(Specs.Api).Api!;

    [Fact]
    public void Reads_what_names_the_api()
    {
        var file = Spec.File(Specs.Api);
        Assert.Equal((SpecFileKind.Api, "jp1ao"), (file.Kind, file.ApiId));
        Assert.Equal(
            ("jp1ao", "JP1/Automatic Operation", "AutomaticOperationClient", "Hitachi.JP1.AutomaticOperation", "http://localhost:22015"),
            (_api.Id, _api.Title, _api.Client, _api.Namespace, _api.Base));
        Assert.Equal(["V10", "V12"], _api.Manuals.Select(static manual => manual.Key));
        Assert.Equal("JP1/Automatic Operation Command and API Reference", _api.Manuals[1].Title);
        Assert.Equal(
            [new RoleDeclaration("Admin", "Administers everything", "/roles/Admin"), new RoleDeclaration("Submit", "Runs services", "/roles/Submit")],
            _api.Roles);
    }

    [Fact]
    public void Reads_the_ways_to_log_in() => Assert.Equal(
        [
            new AuthenticationScheme { Kind = AuthenticationKind.Basic, Pointer = "/authentication/0" },
            new AuthenticationScheme
            {
                Kind = AuthenticationKind.Session, Scheme = "HSSO", IssuedIn = "WWW-Authenticate", LifetimeSeconds = 1000, Pointer = "/authentication/1",
            },
            new AuthenticationScheme { Kind = AuthenticationKind.Bearer, Pointer = "/authentication/2" },
            new AuthenticationScheme { Kind = AuthenticationKind.Fields, Names = ["X-Api-Key"], Pointer = "/authentication/3" },
            new AuthenticationScheme
            {
                Kind = AuthenticationKind.Token, Operation = "Sessions.Generate", Member = "token", Header = "Authorization", Scheme = "Session",
                Pointer = "/authentication/4",
            },
        ],
        _api.Authentication);

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Etc/GMT-9")]
    [InlineData("Etc/GMT+12")]
    [InlineData("UTC")]
    [InlineData("GMT")]
    public void Reads_the_time_zone(string zone)
        => Assert.Equal(zone, Spec.File("client: Foo\ntimezone: " + zone + "\n").Api!.TimeZone);

    [Fact]
    public void Reads_headers_types_and_sets()
    {
        var header = Assert.Single(_api.Headers);
        Assert.Equal(("Accept-Language", true, "Language of messages; en when absent"), (header.Name, header.IsOptional, header.Description));
        Assert.Equal(["en", "ja", "zh"], header.Type.Values.Select(static value => value.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            [("ISO8601String", TypeKind.DateTime), ("URLString", TypeKind.Url), ("integer", TypeKind.Int)],
            _api.Types.Select(static alias => (alias.Name, alias.Type.Kind)));
        Assert.Equal("yyyy-MM-ddTHH:mm:ss.fffzzz", _api.DateTimeWriteFormat);
        var set = Assert.Single(_api.Sets);
        Assert.Equal("list", set.Name);
        Assert.Equal(
            [("HQL::filter", TypeKind.HqlFilter), ("HQL::sortBy", TypeKind.HqlSort), ("HQL::fields", TypeKind.HqlFields)],
            set.Rows.Select(static row => (row.Name, row.Type.Kind)));
        Assert.Equal(new WordReplacement("domain", "objects"), Assert.Single(_api.Words));
    }

    [Fact]
    public void Reads_statuses_and_the_error_body()
    {
        Assert.Equal([(200, "OK"), (401, "Unauthorized")], _api.Statuses.Select(static row => (row.Code, row.Message!)));
        Assert.Equal([401, 500], _api.Always);
        Assert.Equal(["errorSource", "message", "messageData"], _api.Error!.Members.Select(static row => row.Name));
        Assert.True(_api.Error.Members[2].IsOptional);
    }

    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("12h", 43_200)]
    [InlineData("7d", 604_800)]
    public void Reads_a_lifetime_in_any_unit(string text, int seconds)
        => Assert.Equal(seconds, Spec.File("client: A\nauthentication:\n  - session: S\n    lifetime: " + text + "\n").Api!.Authentication[0].LifetimeSeconds);

    [Fact]
    public void Reads_roles_without_descriptions()
        => Assert.Equal(["Admin", "Submit"], Spec.File("client: A\nroles: [Admin, Submit]\n").Api!.Roles.Select(static role => role.Name));
}

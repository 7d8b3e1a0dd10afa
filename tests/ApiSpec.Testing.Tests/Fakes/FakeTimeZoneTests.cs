using Example.Zones;
using Xunit;

namespace ApiSpec.Testing.Tests.Fakes;

/// <summary>A fake and a client have the same time zone for dates and times without one.</summary>
public sealed class FakeTimeZoneTests
{
    private static readonly DateTimeOffset s_time = new(2026, 7, 1, 8, 5, 7, TimeSpan.FromHours(9));

    [Theory]
    [InlineData(null, "2026/07/01 08:05:07", 9)]
    [InlineData("America/New_York", "2026/06/30 19:05:07", -4)]
    public async Task Values_are_written_and_read_as_local_times_of_one_zone(string? zone, string text, int hours)
    {
        var timeZone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone);
        using var fake = new ZoneFake(new FakeOptions { TimeZone = timeZone });
        using var client = fake.CreateClient(new ApiClientOptions { TimeZone = timeZone });
        fake.Entries.Create.RespondWith(new EntriesCreateResponse { At = s_time.ToUniversalTime() });

        var entry = await client.Entries.CreateAsync(new EntriesCreateBody { At = s_time });

        Assert.True(entry.At.EqualsExact(s_time.ToOffset(TimeSpan.FromHours(hours))), $"{entry.At:O}");
        var request = Assert.Single(fake.Requests);
        Assert.Equal($$"""{"at":"{{text}}"}""", request.BodyText);
        Assert.Equal(s_time, request.ReadBody(EntriesCreateBody.Json).At);
    }

    [Fact]
    public async Task Response_that_the_test_makes_has_the_zone_of_the_fake()
    {
        var timeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        using var fake = new ZoneFake(new FakeOptions { TimeZone = timeZone });
        using var client = fake.CreateClient(new ApiClientOptions { TimeZone = timeZone });
        fake.Entries.Create.RespondWith(FakeResponse.Json(200, EntriesCreateResponse.Json, new EntriesCreateResponse { At = s_time }));

        var entry = await client.Entries.CreateAsync(new EntriesCreateBody { At = s_time });

        Assert.True(entry.At.EqualsExact(s_time.ToOffset(TimeSpan.FromHours(-4))), $"{entry.At:O}");
    }

    [Fact]
    public async Task Fake_without_the_zone_of_the_client_uses_the_zone_of_the_specs()
    {
        using var fake = new ZoneFake();
        using var client = fake.CreateClient(new ApiClientOptions { TimeZone = TimeZoneInfo.Utc });
        fake.Entries.Create.RespondWith(new EntriesCreateResponse { At = s_time });

        var entry = await client.Entries.CreateAsync(new EntriesCreateBody { At = s_time });

        Assert.True(entry.At.EqualsExact(new DateTimeOffset(2026, 7, 1, 8, 5, 7, TimeSpan.Zero)), $"{entry.At:O}");
    }
}

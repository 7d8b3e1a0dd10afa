using ApiSpec.AotSmoke;

using var transport = new HttpClient(new InMemoryHandler()) { BaseAddress = new Uri("http://10.196.184.238:22015") };
var client = new HandWrittenClient(transport);

var action = await client.GetRerunStartAsync(2026);
Console.WriteLine(action.Name + " " + action.Method + " " + action.Href);

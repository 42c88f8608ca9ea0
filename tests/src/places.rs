//! The fields of a body, also those of the objects and lists within it.

use serde_json::{Value, json};

use crate::samples::{plain, sample};

/// A field of a body, or of an object in it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The steps to it: names of fields, and `[0]` for the first item of a list.
    steps: Vec<String>,
    /// What may stand there.
    pub schema: Value,
    /// Whether its object cannot do without it.
    pub required: bool,
}

impl Place {
    /// The body itself.
    pub fn root() -> Self {
        Self { steps: Vec::new(), schema: Value::Null, required: true }
    }

    /// Its whole name, as problems give it: `lines[0].reward_id`.
    pub fn field(&self) -> String {
        self.steps.join(".").replace(".[", "[")
    }

    /// Its own name: `reward_id`.
    pub fn name(&self) -> &str {
        self.steps.iter().rfind(|step| !step.starts_with('[')).expect("a place in an object")
    }

    /// The place of a field with this name within what is here.
    pub fn child(&self, name: &str) -> Self {
        let steps = self.steps.iter().cloned().chain([name.to_owned()]).collect();
        Self { steps, schema: Value::Null, required: false }
    }

    /// Puts a value here; objects and lists on the way that the body left out are filled with samples.
    pub fn put(&self, schema: &Value, body: &mut Value, value: Value, id: &dyn Fn(&str) -> String) {
        let (mut schema, mut at) = (plain(schema), body);
        for step in &self.steps {
            let of = if step.starts_with('[') { &schema["items"] } else { &schema["properties"][step] };
            let of = plain(of);
            at = match at {
                Value::Array(items) => {
                    if items.is_empty() {
                        items.push(Value::Null);
                    }
                    &mut items[0]
                }
                object => &mut object[step],
            };
            if at.is_null() && !of.is_null() {
                *at = sample(&of, step, id);
            }
            schema = of;
        }
        *at = value;
    }

    /// Takes what is here away.
    pub fn remove(&self, body: &mut Value) {
        let (last, way) = self.steps.split_last().expect("a step");
        let mut at = body;
        for step in way {
            at = if step.starts_with('[') { &mut at[0] } else { &mut at[step] };
        }
        at.as_object_mut().expect("an object").remove(last);
    }
}

/// All places of a body with this schema, its own fields first.
pub fn places(schema: &Value) -> Vec<Place> {
    let mut all = Vec::new();
    within(schema, &[], &mut all);
    all
}

fn within(schema: &Value, steps: &[String], all: &mut Vec<Place>) {
    let schema = plain(schema);
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, of) in schema["properties"].as_object().into_iter().flatten() {
        let steps: Vec<String> = steps.iter().cloned().chain([name.clone()]).collect();
        all.push(Place {
            steps: steps.clone(),
            schema: plain(of),
            required: required.contains(&json!(name)),
        });
        within(of, &steps, all);
    }
    if !schema["items"].is_null() {
        let steps: Vec<String> = steps.iter().cloned().chain(["[0]".to_owned()]).collect();
        all.push(Place { steps: steps.clone(), schema: plain(&schema["items"]), required: false });
        within(&schema["items"], &steps, all);
    }
}

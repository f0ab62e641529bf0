terraform {
  backend "s3" {
    bucket = "attic"
    key    = "attic/terraform.tfstate"
  }
}
